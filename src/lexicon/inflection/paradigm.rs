//! The conjugation classes of `verbs.tsv` as tables of principal parts.

/// The class of verbs whose parts are all in the `irregular` column, as whole forms.
pub(super) const IRREGULAR: &str = "irr";

/// Mark of a form that does not exist.
pub(super) const ABSENT: &str = "-";

/// Principal parts. Slots of a list are separated by `,`, alternative spellings by `/`.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts<'p> {
    /// `pres`: six forms, je to ils.
    pub present: Option<&'p str>,
    /// `past`: third person singular, which shows stem and vowel.
    pub simple_past: Option<&'p str>,
    /// `pp`: masculine singular, then, if different, the base of the other forms.
    pub past_participle: Option<&'p str>,
    /// `fut`: stem of future and conditional; else the infinitive.
    pub future: Option<&'p str>,
    /// `impf`: stem; else the present of nous without -ons.
    pub imperfect: Option<&'p str>,
    /// `subj`: stems of je and of nous, or six forms; else the present of ils without -ent and the imperfect.
    pub subjunctive: Option<&'p str>,
    /// `impv`: three forms; else the present.
    pub imperative: Option<&'p str>,
    /// `prp`: the form; else the imperfect stem with -ant.
    pub present_participle: Option<&'p str>,
    /// `inf`: spellings of the infinitive; else the lemma.
    pub infinitive: Option<&'p str>,
    /// `only=3s`: impersonal verb.
    pub third_only: bool,
}

impl<'p> Parts<'p> {
    /// Overrides parts by the notation of the `irregular` column.
    pub(super) fn amend(&mut self, notation: &'p str) -> Result<(), String> {
        if notation.is_empty() || notation == ABSENT {
            return Ok(());
        }
        for field in notation.split(';') {
            let Some((name, part)) = field.split_once('=') else {
                return Err(format!("expected name=value in the irregular column, found {field:?}"));
            };
            let place = match name {
                "pres" => &mut self.present,
                "past" => &mut self.simple_past,
                "pp" => &mut self.past_participle,
                "fut" => &mut self.future,
                "impf" => &mut self.imperfect,
                "subj" => &mut self.subjunctive,
                "impv" => &mut self.imperative,
                "prp" => &mut self.present_participle,
                "inf" => &mut self.infinitive,
                "only" if part == "3s" => {
                    self.third_only = true;
                    continue;
                }
                _ => {
                    return Err(format!(
                        "expected pres, past, pp, fut, impf, subj, impv, prp, inf or only=3s in the irregular column, found {field:?}"
                    ));
                }
            };
            *place = Some(part);
        }
        Ok(())
    }
}

/// One class: its name, the ending it takes off the infinitive, and parts relative to the root.
#[derive(Clone, Copy)]
pub(super) struct Paradigm {
    pub name: &'static str,
    /// A `*` stands for the consonants that the parts repeat at their own `*`.
    pub ending: &'static str,
    pub parts: Parts<'static>,
}

impl Paradigm {
    /// Root and middle consonants of a lemma.
    pub(super) fn split<'l>(&self, lemma: &'l str) -> Result<(&'l str, &'l str), String> {
        let found = match self.ending.split_once('*') {
            None => lemma.strip_suffix(self.ending).map(|root| (root, "")),
            Some((vowel, tail)) => {
                lemma.strip_suffix(tail).and_then(|body| body.rsplit_once(vowel)).filter(|(_, middle)| {
                    !middle.is_empty() && middle.chars().all(|c| c.is_ascii_lowercase() && !"aeio".contains(c))
                })
            }
        };
        found.ok_or_else(|| format!("expected an infinitive in -{}", self.ending))
    }

    const fn future(mut self, part: &'static str) -> Self {
        self.parts.future = Some(part);
        self
    }

    const fn subjunctive(mut self, part: &'static str) -> Self {
        self.parts.subjunctive = Some(part);
        self
    }

    const fn infinitive(mut self, part: &'static str) -> Self {
        self.parts.infinitive = Some(part);
        self
    }
}

const fn class(
    name: &'static str,
    ending: &'static str,
    present: &'static str,
    simple_past: &'static str,
    past_participle: &'static str,
) -> Paradigm {
    let parts = Parts {
        present: Some(present),
        simple_past: Some(simple_past),
        past_participle: Some(past_participle),
        future: None,
        imperfect: None,
        subjunctive: None,
        imperative: None,
        present_participle: None,
        infinitive: None,
        third_only: false,
    };
    Paradigm { name, ending, parts }
}

/// Finds a class by name.
pub(super) fn find(name: &str) -> Option<&'static Paradigm> {
    PARADIGMS.iter().find(|paradigm| paradigm.name == name)
}

/// All classes but `irr`: the most frequent first, then by ending.
#[rustfmt::skip]
pub(super) static PARADIGMS: &[Paradigm] = &[
    class("er", "er", "e,es,e,ons,ez,ent", "a", "é"),
    class("ir2", "ir", "is,is,it,issons,issez,issent", "it", "i"),
    class("cer", "cer", "ce,ces,ce,çons,cez,cent", "ça", "cé"),
    class("ger", "ger", "ge,ges,ge,geons,gez,gent", "gea", "gé"),
    class("é_er", "é*er", "è*e,è*es,è*e,é*ons,é*ez,è*ent", "é*a", "é*é").future("é*er/è*er"),
    class("e_er", "e*er", "è*e,è*es,è*e,e*ons,e*ez,è*ent", "e*a", "e*é").future("è*er"),
    class("éger", "éger", "ège,èges,ège,égeons,égez,ègent", "égea", "égé").future("éger/èger"),
    class("eler1", "eler", "elle,elles,elle,elons,elez,ellent", "ela", "elé").future("eller"),
    class("eler2", "eler", "elle/èle,elles/èles,elle/èle,elons,elez,ellent/èlent", "ela", "elé").future("eller/èler"),
    class("eter1", "eter", "ette,ettes,ette,etons,etez,ettent", "eta", "eté").future("etter"),
    class("yer", "yer", "ie,ies,ie,yons,yez,ient", "ya", "yé").future("ier"),
    class("ayer", "ayer", "aie/aye,aies/ayes,aie/aye,ayons,ayez,aient/ayent", "aya", "ayé").future("aier/ayer"),
    class("envoyer", "oyer", "oie,oies,oie,oyons,oyez,oient", "oya", "oyé").future("err"),
    class("haïr", "ïr", "is,is,it,ïssons,ïssez,ïssent", "ït", "ï"),
    class("venir", "enir", "iens,iens,ient,enons,enez,iennent", "int", "enu").future("iendr"),
    class("partir", "tir", "s,s,t,tons,tez,tent", "tit", "ti"),
    class("dormir", "mir", "s,s,t,mons,mez,ment", "mit", "mi"),
    class("servir", "vir", "s,s,t,vons,vez,vent", "vit", "vi"),
    class("ouvrir", "rir", "re,res,re,rons,rez,rent", "rit", "ert"),
    class("courir", "ir", "s,s,t,ons,ez,ent", "ut", "u").future("r"),
    class("mourir", "ourir", "eurs,eurs,eurt,ourons,ourez,eurent", "ourut", "ort").future("ourr"),
    class("acquérir", "érir", "iers,iers,iert,érons,érez,ièrent", "it", "is").future("err"),
    class("cueillir", "ir", "e,es,e,ons,ez,ent", "it", "i").future("er"),
    class("assaillir", "ir", "e,es,e,ons,ez,ent", "it", "i"),
    class("fuir", "uir", "uis,uis,uit,uyons,uyez,uient", "uit", "ui"),
    class("vêtir", "êtir", "êts,êts,êt,êtons,êtez,êtent", "êtit", "êtu"),
    class("recevoir", "cevoir", "çois,çois,çoit,cevons,cevez,çoivent", "çut", "çu").future("cevr"),
    class("devoir", "evoir", "ois,ois,oit,evons,evez,oivent", "ut", "û,u").future("evr"),
    class("mouvoir", "ouvoir", "eus,eus,eut,ouvons,ouvez,euvent", "ut", "u").future("ouvr"),
    class("valoir", "aloir", "aux,aux,aut,alons,alez,alent", "alut", "alu").future("audr").subjunctive("aill,al"),
    class("voir", "oir", "ois,ois,oit,oyons,oyez,oient", "it", "u").future("err"),
    class("asseoir", "eoir", "ieds/ois,ieds/ois,ied/oit,eyons/oyons,eyez/oyez,eyent/oient", "it", "is").future("iér/oir"),
    class("rendre", "dre", "ds,ds,d,dons,dez,dent", "dit", "du"),
    class("prendre", "endre", "ends,ends,end,enons,enez,ennent", "it", "is"),
    class("indre", "ndre", "ns,ns,nt,gnons,gnez,gnent", "gnit", "nt"),
    class("résoudre", "oudre", "ous,ous,out,olvons,olvez,olvent", "olut", "olu"),
    class("battre", "ttre", "ts,ts,t,ttons,ttez,ttent", "ttit", "ttu"),
    class("mettre", "ettre", "ets,ets,et,ettons,ettez,ettent", "it", "is"),
    class("rompre", "pre", "ps,ps,pt,pons,pez,pent", "pit", "pu"),
    class("vaincre", "cre", "cs,cs,c,quons,quez,quent", "quit", "cu"),
    class("suivre", "uivre", "uis,uis,uit,uivons,uivez,uivent", "uivit", "uivi"),
    class("vivre", "ivre", "is,is,it,ivons,ivez,ivent", "écut", "écu"),
    class("uire", "uire", "uis,uis,uit,uisons,uisez,uisent", "uisit", "uit"),
    class("écrire", "rire", "ris,ris,rit,rivons,rivez,rivent", "rivit", "rit"),
    class("dire", "ire", "is,is,it,isons,ites,isent", "it", "it"),
    class("contredire", "ire", "is,is,it,isons,isez,isent", "it", "it"),
    class("maudire", "ire", "is,is,it,issons,issez,issent", "it", "it"),
    class("lire", "ire", "is,is,it,isons,isez,isent", "ut", "u"),
    class("rire", "ire", "is,is,it,ions,iez,ient", "it", "i,-"),
    class("conclure", "ure", "us,us,ut,uons,uez,uent", "ut", "u"),
    class("croire", "oire", "ois,ois,oit,oyons,oyez,oient", "ut", "u"),
    class("boire", "oire", "ois,ois,oit,uvons,uvez,oivent", "ut", "u"),
    class("faire", "aire", "ais,ais,ait,aisons,aites,ont", "it", "ait").future("er").subjunctive("ass,ass"),
    class("extraire", "aire", "ais,ais,ait,ayons,ayez,aient", "-", "ait"),
    class("plaire", "aire", "ais,ais,aît/ait,aisons,aisez,aisent", "ut", "u,-"),
    class("connaître", "aître", "ais,ais,aît/ait,aissons,aissez,aissent", "ut", "u").future("aîtr/aitr").infinitive("aître/aitre"),
    class("accroître", "oître", "ois,ois,oît/oit,oissons,oissez,oissent", "ut", "u").future("oîtr/oitr").infinitive("oître/oitre"),
];

/// Stem and endings of the simple past and of the imperfect subjunctive.
pub(super) struct Past<'p> {
    pub stem: &'p str,
    pub simple: &'static [&'static str; 6],
    pub subjunctive: &'static [&'static str; 6],
}

type PastEndings = (&'static str, [&'static str; 6], [&'static str; 6]);

/// By the ending of the third person; longer ones first.
#[rustfmt::skip]
static PASTS: [PastEndings; 6] = [
    ("int", ["ins", "ins", "int", "înmes", "întes", "inrent"], ["insse", "insses", "înt", "inssions", "inssiez", "inssent"]),
    ("it", ["is", "is", "it", "îmes", "îtes", "irent"], ["isse", "isses", "ît", "issions", "issiez", "issent"]),
    ("ut", ["us", "us", "ut", "ûmes", "ûtes", "urent"], ["usse", "usses", "ût", "ussions", "ussiez", "ussent"]),
    ("ït", ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"], ["ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"]),
    ("ût", ["ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"], ["ûsse", "ûsses", "ût", "ûssions", "ûssiez", "ûssent"]),
    ("a", ["ai", "as", "a", "âmes", "âtes", "èrent"], ["asse", "asses", "ât", "assions", "assiez", "assent"]),
];

/// Reads the vowel of the simple past off its third person singular.
pub(super) fn past(form: &str) -> Result<Past<'_>, String> {
    PASTS
        .iter()
        .find_map(|(ending, simple, subjunctive)| Some(Past { stem: form.strip_suffix(ending)?, simple, subjunctive }))
        .ok_or_else(|| format!("expected a simple past in -a, -it, -ut, -int, -ït or -ût, found {form:?}"))
}
