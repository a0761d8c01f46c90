import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Iterator, List

import corpus
import depeche
import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def extractor() -> depeche.Extractor:
    return depeche.Extractor()


@pytest.fixture(scope="session")
def bound() -> float:
    """A confidence that some relations of the corpus reach and others do not."""
    texts = list(corpus.documents(100))
    everything = depeche.Extractor(min_confidence=0)
    found = everything.extract_batch([t.text for t in texts], [t.date for t in texts])
    values = sorted({relation.confidence for document in found for relation in document.relations})
    assert len(values) > 1
    return values[len(values) // 2]


@pytest.fixture(scope="session")
def binary() -> str:
    """The example ``extract``: what the wheel has to agree with."""
    path = os.environ.get("DEPECHE_EXTRACT", str(ROOT / "target" / "debug" / "examples" / "extract"))
    if not Path(path).exists():
        pytest.skip(f"{path} is not built: cargo build --example extract")
    return path


@pytest.fixture(scope="session")
def by_extract(binary: str) -> Callable[..., List[str]]:
    """The lines ``extract`` writes for documents."""

    def run(texts: List[corpus.Text], *options: str) -> List[str]:
        command = [binary, "--from", "jsonl", "--to", "jsonl", *options, "-"]
        done = subprocess.run(command, input=corpus.lines(texts).encode(), stdout=subprocess.PIPE, check=True)
        return done.stdout.decode().split("\n")[:-1]

    return run


@pytest.fixture(scope="session")
def spark() -> Iterator["object"]:
    """Spark as a cluster on this machine: a master, two workers, an executor of one core on each."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    # The functions of a test travel to the workers by value; what they call is installed there.
    builder = sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("depeche")
    for key, value in {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "OFF",
        "spark.sql.shuffle.partitions": "2",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
