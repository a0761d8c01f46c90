//! ISO 3166-1 alpha-2 to alpha-3, for the formats that count countries by three letters.

const PAIRS: &str = "\
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE \
    BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS \
    BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN \
    COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST \
    EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF \
    GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD \
    HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM \
    JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA \
    LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD \
    MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM \
    NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG \
    PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA \
    SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD \
    STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON \
    TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR \
    VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

/// The alpha-3 code of a state; `XKX` for Kosovo; PLOVER's codes for the European Union, the United Nations and other
/// organisations; a code that is none of these as it is.
pub(super) fn alpha3(code: &str) -> &str {
    match code {
        "EU" => return "EUR",
        "UN" => return "UNO",
        _ => {}
    }
    let known = PAIRS.split(' ').find_map(|pair| pair.strip_prefix(code).filter(|_| code.len() == 2));
    match known {
        Some(three) => three,
        None if code.len() == 2 || code.bytes().any(|b| b.is_ascii_lowercase()) => code,
        // Four letters are a state that is no more, as NATO is not: what it was called then.
        None => FORMER.split(' ').find_map(|pair| pair.strip_prefix(code)?.strip_prefix('=')).unwrap_or("IGO"),
    }
}

/// ISO 3166-3: the code of four letters, and the one of three that the state had.
const FORMER: &str =
    "AIDJ=AFI ANHH=ANT BUMM=BUR CSHH=CSK CSXX=SCG DDDE=DDR DYBJ=DHY GEHH=GEL HVBF=HVO NHVU=NHB PZPA=PCZ \
RHZW=RHO SKIN=SKM SUHH=SUN VDVN=VDR YDYE=YMD YUCS=YUG ZRCD=ZAR";

#[cfg(test)]
mod tests {
    use super::alpha3;

    #[test]
    fn two_letters_become_three() {
        assert_eq!(PAIRS_COUNT, super::PAIRS.split(' ').count());
        for (two, three) in [
            ("FR", "FRA"),
            ("KP", "PRK"),
            ("XK", "XKX"),
            ("EU", "EUR"),
            ("NATO", "IGO"),
            ("SUHH", "SUN"),
            ("YUCS", "YUG"),
        ] {
            assert_eq!(alpha3(two), three);
        }
        assert!(super::PAIRS.split(' ').all(|pair| pair.len() == 5));
    }

    const PAIRS_COUNT: usize = 250;
}
