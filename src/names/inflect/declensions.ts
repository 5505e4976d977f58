/**
 * What languages do to the ends of names, as their grammars list it. `ending` is added to a name ('Banach' + 'owi'), `ending<old` takes the
 * place of `old` (Szymborsk-a → Szymborsk-iej), `ending<` is added and belongs to the name (Latin 'Eulerus').
 */
export const endings: Readonly<Record<string, string>> = {
  de: 's ens sche schen scher sches',
  nl: 's',
  sv: 's',
  da: 's',
  nb: 's',
  nn: 's',
  is: 's ar i',
  la: 'i<us o<us um<us ae<a am<a is i o em e um us< ius< ii< onis<o onem<o oni<o',
  pl:
    'a owi em ie u y ów ami om ach iem ego emu m y<a i<a ie<a ę<a ą<a o<a ej<a iej<a ce<ka dze<ga sze<cha rze<ra dzie<da cie<ta le<ła i<o y<o ę<o ą<o ce<ko ' +
    'rze<r dzie<d cie<t le<ł ka<ek kowi<ek kiem<ek ku<ek ca<ec cowi<ec cem<ec cu<ec ca<iec cowi<iec cem<iec cu<iec ła<eł łowi<eł łem<eł le<eł la<el lowi<el lem<el lu<el ' +
    'ra<er rowi<er rem<er rze<er wa<ew wowi<ew wem<ew wie<ew owa<ów owowi<ów owem<ów owie<ów ego<y emu<y ym<y iego<i iemu<i im<i owie iemu im',
  cs:
    'a ovi om em u e y ů i y<a ě<a u<a o<a ou<a ovi<a ce<ka ze<ha še<cha ře<ra i<e í<e ii<ie é<á ou<á ého<ý ému<ý ém<ý ým<ý ího<í ímu<í ím<í ěho<ě ěmu<ě ěm<ě yho<y ymu<y ym<y ého<é ému<é ' +
    'ka<ek kovi<ek ku<ek kem<ek ce<ec covi<ec cem<ec ci<ec la<el lovi<el lem<el ra<er rovi<er rem<er ře<r a<us ovi<us em<us u<us a<os a<e ovi<e em<e u<e ' +
    'a<o ovi<o em<o y<o va<ev vu<ev vovi<ev vem<ev ův ova ovo ovy ově ovu ovou ových ovým ův<a ova<a ovo<a ovy<a ův<ek kova<ek kovo<ek kovy<ek in<a ina<a iny<a ině<a inu<a',
  sk:
    'a ovi om em u e y ov i ho mu m y<a e<a u<a o<a ou<a ovi<a om<a ej<á ú<á ou<á ého<ý ému<ý ém<ý ým<ý ka<ek kovi<ek kom<ek ka<ok kovi<ok kom<ok ' +
    'ca<ec covi<ec com<ec la<el lovi<el lom<el ra<er rovi<er rom<er ov ova ovo ove ovu ovou',
  hr: 'a u om em e i ov ova ovo e<a i<a u<a o<a om<a og<i om<i ca<ac cu<ac cem<ac a<o u<o om<o',
  sr: 'a u om em e i ov ova ovo e<a i<a u<a o<a om<a ca<ac cu<ac а у ом ем е и ов ова ово е<а и<а у<а о<а ом<а ца<ац цу<ац а<о у<о ом<о',
  bs: 'a u om em e i ov ova e<a i<a u<a o<a om<a ca<ac',
  sl: 'a u om em e i ov ova e<a i<a o<a ca<ec',
  ru:
    'а у ом ем е ым ой ы и ов ам ами ах я<й ю<й ем<й ём<й е<й и<й я<ь ю<ь ем<ь ём<ь е<ь и<ь ы<а и<а е<а у<а ой<а ою<а ей<а и<я е<я ю<я ей<я ' +
    'го<й му<й м<й ого<ий ому<ий им<ий ом<ий его<ий ему<ий ого<ый ому<ый ым<ый ом<ый ым<ой ого<ой ому<ой ом<ой ой<ая ую<ая ей<яя ых ыми ' +
    'ла<ел лу<ел лом<ел ле<ел ьва<ев ьву<ев ьвом<ев ьве<ев ца<ец цу<ец цем<ец цом<ец це<ец ка<ок ку<ок ком<ок ке<ок ка<ек ку<ек ком<ек ра<ёр ру<ёр ром<ёр ре<ёр',
  uk:
    'а у ові ом ем і еві ів я<й ю<й єм<й єві<й ї<й я<ь ю<ь ем<ь еві<ь і<ь и<а і<а у<а ою<а о<а ці<ка зі<га сі<ха і<я ї<я ю<я єю<я ею<я ' +
    'ого<ий ому<ий им<ий ім<ий ої<а ій<а а<о у<о ом<о ові<о і<о ця<ець цю<ець цем<ець цеві<ець ка<ок ку<ок ком<ок ла<ел лу<ел ' +
    'ова<ів ову<ів овом<ів ові<ів єва<їв єву<їв єві<їв ора<ір ору<ір ором<ір орові<ір она<ін ьва<ев ьву<ев ьвом<ев',
  be: 'а у ам е ы і ы<а е<а у<а ай<а ага<і аму<і ім<і а<о у<о я<й ю<й ем<й',
  bg: 'а ът я а<',
  mk: 'та от',
  tr: 'ın in un ün nın nin nun nün ı i u ü yı yi yu yü a e ya ye da de ta te dan den tan ten la le yla yle lar ler',
  az: 'ın in un ün nın nin nun nün ı i u ü a ə ya yə da də dan dən',
  fi:
    'n in en an än ta tä a ä ia iä iin een aan ään oon uun yyn öön ssa ssä issa issä essa essä sta stä ista istä lla llä illa illä lta ltä ilta iltä lle ille ' +
    'ksi iksi na nä ina inä sen<nen sta<nen sesta<nen sessa<nen sella<nen selle<nen selta<nen seen<nen seksi<nen sena<nen sta<s ksen<s kseen<s kselle<s ' +
    'ksella<s ksessa<s ksesta<s kselta<s kseksi<s ksena<s sen en<i een<i elle<i ella<i ellä<i essa<i essä<i esta<i estä<i elta<i eltä<i',
  et: 'i e a u t d le ile lt ilt l il st ist s is ga iga ni ks',
  hu:
    'nak nek ban ben ba be ból ből t at ot et öt ön on en n ra re ról ről hoz hez höz val vel tól től nál nél ért ig é éi ként ul ül ék i ' +
    'szal<s szel<s sszal<sz sszel<sz zzsal<zs zzsel<zs ccsal<cs ccsel<cs ggyal<gy ggyel<gy nnyal<ny nnyel<ny llyal<ly llyel<ly',
  ro: 'ul ului lui ei i ii<a ei<a a u',
  el: 'υ<ς ς< ν<ς α<ας η<ης ο<ος ου<ος ος< ου< ο< α< ων< ου<ο',
  lt: 'o<as ui<as ą<as u<as e<as io<is iui<is į<is iu<is os<a ai<a ą<a ės<ė ei<ė ę<ė o<is aus<us ui<us as< is< us< o< ui<',
  lv: 'a<s am<s u<s ā<s es<e ei<e as<a ai<a a<is im<is i<is s< is<',
  eu: 'k ren ri rekin n ko tik en i a ak',
  ko: '은 는 이 가 을 를 의 에 에게 에서 께 와 과 도 로 으로 만 이나 나 까지 부터 이라 라 이다 씨 인',
  ka: 'ი< ის<ი მა<ი ს<ი ით<ი ად<ი ში<ი ზე<ი თან<ი დან<ი ის< მა<',
  hy: 'ի ին ը ն ից ում ով',
}

/** What makes a man's family name a woman's. Of these names only women are called; the endings belong to the name. */
export const feminineEndings: Readonly<Record<string, string>> = {
  cs: 'ová< ové< ovou< ová<a ové<a ovou<a ková<ek kové<ek kovou<ek cová<ec cové<ec covou<ec ová<o ové<o ovou<o ová<e ové<e ovou<e',
  sk: 'ová< ovej< ovú< ovou< ová<a ovej<a ovú<a ovou<a ková<ek kovej<ek kovú<ek kovou<ek ová<o ovej<o ovú<o ovou<o',
}

/** Letters before one word and part of it, of languages that write small words together with the next: 'and', 'to', 'in', 'from'. */
export const proclitics: Readonly<Record<string, string>> = {
  ar: 'و ف ب ل ك وب ول وك',
  he: 'ו ב ל ה מ ש כ וב ול וה שה',
}
