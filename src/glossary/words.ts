/** Words inside names that are no names by themselves, in lower case. */
export const particles: ReadonlySet<string> = new Set(
  'van von vom vander vanden der den de del della delle dello degli di da das dal do dos du des d la le lo les los las el al ul as ibn bin ben bint abu abd af av zu zum zur ten ter te het t y e i st'.split(
    ' ',
  ),
)

/** What follows a whole name and is no family name, in lower case without full stops. */
export const titlesAfterNames: ReadonlySet<string> = new Set(
  'jr jun junior sr sen senior ii iii iv phd md esq fils père sohn df hijo filho neto ml st'.split(' '),
)
