/**
 * `{{Bio}}` of the Italian Wikipedia (Template:Bio), the first sentence of its articles about people: 'Ada Rossi (Roma, 1º maggio 1900 – Pisa,
 * 3 marzo 1950) è stata una pittrice italiana.'
 */
import type { Arguments, Render } from './render.ts'

export const biography: Render = (args) => {
  const of = (name: string): string => args.named.get(name) ?? ''
  const name = [of('titolo'), of('nome'), of('cognome')].filter((part) => part !== '').join(' ')
  const more = [of('pseudonimo') === '' ? '' : `noto come ${of('pseudonimo')}`, of('postcognomevirgola')].filter((part) => part !== '')
  const subject = [name + (of('postcognome') === '' ? '' : ` ${of('postcognome')}`), ...more].join(', ')
  const birth = event(args, 'nascita')
  const death = event(args, 'morte')
  const dead = death !== ''
  const life = [of('predata'), [birth, death].filter((part) => part !== '').join(' – ')].filter((part) => part !== '').join('; ')
  const about = of('fineincipit') || role(args, dead)
  return `\n\n${subject}${life === '' ? '' : ` (${life})`}${about === '' ? '' : ` ${about}`}.\n\n`
}

/** 'Roma, 1º maggio 1900'. */
function event({ named }: Arguments, which: 'nascita' | 'morte'): string {
  const day = [named.get(`giornomese${which}`), named.get(`anno${which}`)].filter(
    (part) => part !== undefined && part !== '' && part !== '?',
  )
  const place = named.get(`luogo${which}alt`) || named.get(`luogo${which}`) || ''
  return [place, day.join(' ')].filter((part) => part !== '').join(', ')
}

function role({ named }: Arguments, dead: boolean): string {
  const callings = ['attività', 'attività2', 'attività3'].map((key) => named.get(key) ?? '').filter((part) => part !== '')
  const [first = ''] = callings
  if (first === '') return ''
  const female = named.get('sesso') === 'F'
  const verb = dead ? (female ? 'è stata' : 'è stato') : 'è'
  const vowel = /^[aeiouàèéìòù]/i.test(first)
  const article = female ? (vowel ? "un'" : 'una ') : /^(?:s[^aeiou]|z|gn|ps|pn|x|y)/i.test(first) ? 'uno ' : 'un '
  const list = callings.length > 1 ? `${callings.slice(0, -1).join(', ')} e ${callings.at(-1)}` : first
  return [verb, article + list, named.get('nazionalità') ?? '', named.get('postnazionalità') ?? ''].join(' ').trim()
}
