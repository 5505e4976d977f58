/** Words inside names that are no names by themselves, in lower case. */
export const particles: ReadonlySet<string> = new Set(
  [
    'van von vom vander vanden der den de del della delle dello degli di da das dal do dos du des d la le lo les los las el al ul as ibn bin ben',
    'bint abu abd af av zu zum zur ten ter te het t y e i st',
    'ван вон фон дер ден де дель делла ди да дю дю ла ле лос лас эль аль ибн бен абу',
    'βαν φον ντε ντελ ντι ντα ντυ ντερ λα λε ελ αλ',
    'فان فون دي دو دا لا ابن بن אבן בן ואן פון דה די דו לה',
    'ヴァン ファン バン フォン ド デ ダ ディ ラ ル デル 반 판 폰 드 데 라',
  ].flatMap((list) => list.split(' ')),
)

/** What follows a whole name and is no family name, in lower case without full stops. */
export const titlesAfterNames: ReadonlySet<string> = new Set(
  'jr jun junior sr sen senior ii iii iv phd md esq fils père sohn df hijo filho neto ml st'.split(' '),
)
