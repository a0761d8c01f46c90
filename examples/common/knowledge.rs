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
    /// Leave out relations less likely to be right than this, 0 to 1: 0 keeps all [default: 0.5]
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub min_confidence: Option<f32>,
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

impl Knowledge {
    /// Builds the extractor.
    pub fn extractor(&self) -> Result<Extractor, Problem> {
        if self.gazetteer.is_empty() && self.relations.is_empty() && self.min_confidence.is_none() {
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
        if let Some(share) = self.min_confidence {
            builder = builder.min_confidence(share);
        }
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
