//! The one place that wires the stages together.
//!
//! Comes in: an [`Input`]. Goes out: a [`Document`]. Building an [`Extractor`]
//! may fail, because the caller's own gazetteers and frames may be faulty;
//! extracting never does.

use crate::both::both;
use crate::document::{Document, Input, Knowledge};
use crate::error::{Error, Fault};
use crate::lexicon::{Lexical, Lexicon, Names, Words};
use crate::mention::timex::Tagger;
use crate::mention::{self, Context, Finding, Marks, Mentions};
use crate::reference::{self, Entities};
use crate::relation::{self, Confidence, Frames, Relations, SentenceNotes, Workspace};
use crate::syntax::Syntax;
use crate::text::{Source, Tokens};
use once_cell::sync::Lazy;
use std::fmt;
use std::sync::Arc;

/// Finds mentions, entities and relations in texts.
///
/// Immutable, `Send + Sync`, cheap to clone. [`Extractor::default`] knows the
/// embedded gazetteers and relations and is built once for the whole program.
///
/// ```
/// let extractor = depeche::Extractor::default();
/// let document = extractor.extract("La ministre est arrivée à Rome.");
/// assert_eq!(document.text(), "La ministre est arrivée à Rome.");
/// ```
#[derive(Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
}

/// Collects the caller's own names and relations; see [`Extractor::builder`].
#[derive(Debug, Default, Clone)]
pub struct ExtractorBuilder {
    gazetteers: Vec<(String, String)>,
    frames: Vec<(String, String)>,
    least: Option<Confidence>,
}

/// Buffers that can be used again for the next text; see [`Extractor::extract_with`].
#[derive(Debug, Default)]
pub struct Scratch {
    texts: Vec<Read>,
    workspace: Workspace,
}

/// What the stages before the mentions tell of one text.
#[derive(Debug, Default)]
struct Read {
    tokens: Tokens,
    lexical: Lexical,
    marks: Marks,
    syntax: Syntax,
}

impl Read {
    /// Reads all texts, stage by stage.
    fn each<'a>(
        texts: &'a mut Vec<Self>,
        inputs: &[Input<'a>],
        knowledge: &'a Knowledge,
    ) -> Vec<(Context<'a>, &'a Marks)> {
        texts.resize_with(texts.len().max(inputs.len()), Self::default);
        let mut each = |stage: fn(&mut Self, &Knowledge, &'a str)| {
            texts.iter_mut().zip(inputs).for_each(|(read, input)| stage(read, knowledge, input.text()));
        };
        // Little code, which stays at hand with the tokens it has just made.
        each(|read, Knowledge { lexicon, tagger, .. }, text| {
            read.tokens.read(text);
            let source = Source::new(text, &read.tokens);
            lexicon.read(source, &mut read.lexical);
            read.marks.read(source, lexicon, &read.lexical, tagger);
        });
        each(|read, Knowledge { lexicon, .. }, text| {
            read.syntax.read(Source::new(text, &read.tokens), lexicon, &read.lexical);
        });
        let context = |(read, input): (&'a Self, &Input<'a>)| {
            let (lexical, syntax) = (&read.lexical, &read.syntax);
            let source = Source::new(input.text(), &read.tokens);
            (Context { source, lexicon: &knowledge.lexicon, lexical, syntax }, &read.marks)
        };
        texts.iter().zip(inputs).map(context).collect()
    }
}

impl Scratch {
    /// After a longer text, in bytes, the buffers are let go, so that one huge document does not cost memory for ever.
    const KEPT: usize = 16 << 20;

    /// Empty buffers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

static EMBEDDED: Lazy<Extractor> = Lazy::new(|| match Extractor::builder().build() {
    Ok(extractor) => extractor,
    // The embedded files are checked by the crate's tests: they cannot fail in a user's hands.
    Err(error) => panic!("embedded gazetteers or frames are faulty:\n{error}"),
});

impl Default for Extractor {
    /// The embedded gazetteers and relations. Built once; later calls only count a reference.
    fn default() -> Self {
        EMBEDDED.clone()
    }
}

impl Extractor {
    /// Begins an extractor with names or relations of the caller's own.
    ///
    /// ```
    /// let rows = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n\
    ///             organization\tCercle de Florence\t\tIT\tother\tfree\tadd\n";
    /// let extractor = depeche::Extractor::builder().gazetteer("own.tsv", rows).build()?;
    /// # let _ = extractor;
    /// # Ok::<(), depeche::Error>(())
    /// ```
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one text.
    #[must_use]
    pub fn extract<'t>(&self, input: impl Into<Input<'t>>) -> Document<'t> {
        self.extract_with(&mut Scratch::default(), input)
    }

    /// Reads one text, using the buffers of the text before: the way to read many.
    ///
    /// ```
    /// let extractor = depeche::Extractor::default();
    /// let mut scratch = depeche::Scratch::new();
    /// for text in ["Elle a quitté Oslo.", "Il est à Lima."] {
    ///     let document = extractor.extract_with(&mut scratch, text);
    ///     println!("{document:?}");
    /// }
    /// ```
    #[must_use]
    pub fn extract_with<'t>(&self, scratch: &mut Scratch, input: impl Into<Input<'t>>) -> Document<'t> {
        let input = input.into();
        let mut document = self.unread(&input);
        self.fill(scratch, &[input], std::slice::from_mut(&mut document));
        document
    }

    /// Reads several texts side by side: each stage reads all of them before the next one does, so that its code is at
    /// hand. The way to read many short texts; some ten thousand bytes at a time do best.
    ///
    /// ```
    /// use depeche::{Extractor, Input, Scratch};
    /// let texts = ["Elle a quitté Oslo.", "Il est à Lima."].map(Input::new);
    /// let documents = Extractor::default().extract_each(&mut Scratch::new(), &texts);
    /// let places: Vec<&str> = documents.iter().flat_map(|d| d.mentions()).map(|m| m.text()).collect();
    /// assert_eq!(places, ["Oslo", "Lima"]);
    /// ```
    #[must_use]
    pub fn extract_each<'t>(&self, scratch: &mut Scratch, inputs: &[Input<'t>]) -> Vec<Document<'t>> {
        let mut documents: Vec<Document<'t>> = inputs.iter().map(|input| self.unread(input)).collect();
        self.fill(scratch, inputs, &mut documents);
        documents
    }

    /// The document of a text in which nothing has been found yet.
    fn unread<'t>(&self, input: &Input<'t>) -> Document<'t> {
        Document {
            text: input.text(),
            mentions: Mentions::default(),
            entities: Entities::default(),
            relations: Relations::default(),
            knowledge: Arc::clone(&self.knowledge),
        }
    }

    /// All stages, each over all texts.
    fn fill<'t>(&self, scratch: &mut Scratch, inputs: &[Input<'t>], documents: &mut [Document<'t>]) {
        let Knowledge { tagger, frames, least, .. } = &*self.knowledge;
        let contexts = Read::each(&mut scratch.texts, inputs, &self.knowledge);
        let mut findings: Vec<Finding<'_>> = contexts
            .iter()
            .zip(inputs)
            .map(|(&(context, marks), input)| Finding::new(context, marks, input.reference_date()))
            .collect();
        mention::find_each(tagger, &mut findings);
        for (document, finding) in documents.iter_mut().zip(findings) {
            document.mentions = finding.into_mentions();
        }
        reference::link_each(documents.iter_mut().zip(&contexts).map(|(document, &(context, _))| {
            let Document { mentions, entities, .. } = document;
            (context, &*mentions, entities)
        }));
        let texts = documents.iter_mut().zip(&contexts).map(|(document, &(context, _))| {
            let Document { mentions, entities, relations, .. } = document;
            relation::Text { context, mentions, entities, out: relations }
        });
        relation::extract_each(texts, frames, &mut scratch.workspace);
        documents.iter_mut().for_each(|document| document.relations.keep(*least));
        if inputs.iter().map(|input| input.text().len()).sum::<usize>() > Scratch::KEPT {
            *scratch = Scratch::new();
        }
    }

    /// What the rules saw in a text, sentence by sentence, and why what was tried fired or did not.
    #[must_use]
    pub fn explain<'t>(&self, input: impl Into<Input<'t>>) -> Vec<SentenceNotes> {
        let input = input.into();
        let Knowledge { tagger, frames, least, .. } = &*self.knowledge;
        let mut texts = Vec::new();
        let [(context, _)] = Read::each(&mut texts, &[input], &self.knowledge)[..] else {
            return Vec::new();
        };
        let mut mentions = Mentions::default();
        mention::find(context, tagger, input.reference_date(), &mut mentions);
        let mut entities = Entities::default();
        reference::link(context, &mentions, &mut entities);
        relation::explain(context, &mentions, &entities, frames, *least)
    }

    /// What all documents of this extractor share.
    #[cfg(test)]
    pub(crate) const fn knowledge(&self) -> &Arc<Knowledge> {
        &self.knowledge
    }

    /// The gazetteers, compiled: for looking at single stages.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.knowledge.lexicon
    }

    /// The relations' frames, compiled.
    #[must_use]
    pub fn frames(&self) -> &Frames {
        &self.knowledge.frames
    }
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// The first file with which `files` are longer than `most` bytes in all.
fn too_long(files: &[(String, String)], most: usize) -> Option<Fault> {
    let mut total = 0usize;
    files.iter().find_map(|(name, text)| {
        total = total.saturating_add(text.len());
        let message = || format!("expected files of one kind to have at most {most} bytes in all, found {total}");
        (total > most).then(|| Fault::new(name, 1, 1, message()))
    })
}

impl ExtractorBuilder {
    /// Most bytes of gazetteers of the caller's own, all together; more are refused.
    pub const MAX_GAZETTEERS: usize = 32 << 20;
    /// Most bytes of frame files of the caller's own, all together; more are refused.
    pub const MAX_FRAMES: usize = 2 << 20;

    /// Adds a gazetteer of the caller's own: tab-separated, with the columns `kind`, `name`, `variants`,
    /// `country`, `type`, `policy`, `action`. `name` is what errors call the file.
    #[must_use]
    pub fn gazetteer(mut self, name: impl Into<String>, rows: impl Into<String>) -> Self {
        self.gazetteers.push((name.into(), rows.into()));
        self
    }

    /// Adds a type of relations of the caller's own, as TOML. `name` is what errors call the file.
    #[must_use]
    pub fn frames(mut self, name: impl Into<String>, toml: impl Into<String>) -> Self {
        self.frames.push((name.into(), toml.into()));
        self
    }

    /// Leaves out relations whose [`Confidence`] is below `share`, 0 to 1; 0 keeps all that a frame finds.
    /// Without it, the bound is [`Confidence::LEAST`].
    #[must_use]
    pub fn min_confidence(mut self, share: f32) -> Self {
        self.least = Some(Confidence::new(share));
        self
    }

    /// Compiles everything.
    ///
    /// # Errors
    /// Every fault of the gazetteers, or else every fault of the frames, with file, line and column.
    pub fn build(self) -> Result<Extractor, Error> {
        if let Some(fault) = too_long(&self.gazetteers, Self::MAX_GAZETTEERS) {
            return Err(Error::gazetteer(vec![fault]));
        }
        if let Some(fault) = too_long(&self.frames, Self::MAX_FRAMES) {
            return Err(Error::frame(vec![fault]));
        }
        let own: Vec<(&str, &str)> = self.frames.iter().map(|(name, toml)| (name.as_str(), toml.as_str())).collect();
        // Names on one core; on the other the words, and the frames, which need no names.
        let frames = || {
            let (files, words) = both(|| Frames::files(&own), Words::embedded);
            words.map(|words| (Frames::new(&words, files), words))
        };
        let (names, understood) = both(|| Names::new(&self.gazetteers), frames);
        let (frames, words) = understood?;
        let (lexicon, frames) = (Lexicon::of(words, names)?, frames?);
        let knowledge =
            Knowledge { lexicon, tagger: Tagger::default(), frames, least: self.least.unwrap_or(Confidence::LEAST) };
        Ok(Extractor { knowledge: Arc::new(knowledge) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared<T: Send + Sync + Clone>(_: &T) {}

    #[test]
    fn the_embedded_data_compiles() {
        shared(&Extractor::default());
    }

    #[test]
    fn the_default_is_built_once() {
        assert!(Arc::ptr_eq(&Extractor::default().knowledge, &Extractor::default().knowledge));
    }

    #[test]
    fn every_fault_of_the_own_files_is_reported() {
        let header = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n";
        let rows = format!("{header}place\tLac Bleu\n{}", "cheese\tComté\t\tFR\t\tfree\tadd\n");
        let error = Extractor::builder().gazetteer("own.tsv", rows).build().expect_err("two faulty rows");
        assert!(error.is_gazetteer());
        let lines: Vec<usize> = error.faults().iter().map(|f| f.line).collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn no_text_is_too_odd() {
        let extractor = Extractor::default();
        let mut scratch = Scratch::new();
        for text in ["", " ", "\u{feff}", "«", "\0\u{301}\u{200d}", "l'l'l'", "…--…", "مرحبا 你好 Здравствуйте"]
        {
            let document = extractor.extract_with(&mut scratch, text);
            assert_eq!(document.text(), text);
            for mention in document.mentions() {
                assert!(!mention.text().is_empty());
            }
        }
    }
}
