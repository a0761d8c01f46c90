//! Running the examples from tests.

use std::path::{Path, PathBuf};
use std::process::Command;

/// An example's program. Cargo builds all examples with all tests; for a single test (`--test NAME`) it has to be asked.
pub fn example(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a path");
    let profile = own.parent().and_then(Path::parent).expect("target/PROFILE/deps");
    let path = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !path.exists() {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--example", name, "--target-dir"]).arg(profile.parent().expect("target"));
        if profile.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo").success());
    }
    path
}
