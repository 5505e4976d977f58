import type { LanguageData } from './language-data.ts'

/** Forms that cross languages: titles, companies and units in names that any article may hold. */
export const common: LanguageData = {
  inner: 'Mr Mrs Ms Mmes Messrs Dr Drs Prof Rev Hon Gen Lt Col Capt Cpt Sgt Sen Rep Gov Mt e.g i.e f.e vs cf ca approx viz ph',
  numbered: 'no nr nos vol vols p pp art fig n° nº № Jan Jun Jul Aug Sep Sept Oct Nov Dec op',
  either: 'Co Corp Inc Ltd Llc Plc Bros Jr Sr St ext tel fax min max etc al',
  closing: 'a.m p.m kph mph',
}

/** Names that end in an exclamation mark. */
export const shoutedNames: ReadonlySet<string> = new Set(
  'yahoo jeopardy joomla yum wham oklahoma godspeed hamilton panik chips gedichte'.split(' '),
)
