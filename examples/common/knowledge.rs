//! The extractor, with the user's own gazetteers and relations.

use super::Problem;
use depeche::Extractor;
use std::path::PathBuf;

/// Options that every example takes.
#[derive(Debug, clap::Args)]
pub struct Knowledge {
    /// Names of your own: kind, name, variants, country, type, policy, action, tab-separated
    #[arg(long, value_name = "FILE.tsv")]
    pub gazetteer: Vec<PathBuf>,
    /// Relations of your own
    #[arg(long, value_name = "FILE.toml")]
    pub relations: Vec<PathBuf>,
}

impl Knowledge {
    /// Builds the extractor.
    pub fn extractor(&self) -> Result<Extractor, Problem> {
        if self.gazetteer.is_empty() && self.relations.is_empty() {
            return Ok(Extractor::default());
        }
        let read = |path: &PathBuf| {
            let shown = path.display().to_string();
            match std::fs::read_to_string(path) {
                Ok(text) => Ok((shown, text)),
                Err(error) => Err(Problem::new(shown, error)),
            }
        };
        let mut builder = Extractor::builder();
        for path in &self.gazetteer {
            let (name, rows) = read(path)?;
            builder = builder.gazetteer(name, rows);
        }
        for path in &self.relations {
            let (name, toml) = read(path)?;
            builder = builder.frames(name, toml);
        }
        builder.build().map_err(|error| Problem::new("", error))
    }
}
