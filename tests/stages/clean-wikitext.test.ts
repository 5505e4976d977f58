import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.ts'
import { clean, templateNames } from '../../src/stages/clean/index.ts'
import { formOf } from '../../src/stages/clean/wikitext/templates/forms.ts'
import { cpuMilliseconds } from '../cpu.ts'
import { makeArticle } from '../make.ts'

async function cleaned(body: string, parts: Partial<Article> = {}) {
  return clean().run(makeArticle({ body, format: 'wikitext', ...parts }), { signal: new AbortController().signal, warn: () => {} })
}

async function shown(body: string, language?: string): Promise<string> {
  return (await cleaned(body, language === undefined ? {} : { metadata: { language } })).text
}

const rowsOf = (file: string) =>
  readFileSync(new URL(`../../models/wikitext/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

describe('a template', () => {
  it.each([
    [
      'en',
      'Born {{birth date|1867|11|7}}, died {{death date and age|df=y|1934|7|4|1867|11|7}}.',
      'Born November 7, 1867, died 4 July 1934 (aged 66).',
    ],
    ['ru', 'Умерла {{дата смерти|4|7|1934|7|11|1867}}, {{s|66 лет}}.', 'Умерла 4 июля 1934 (66 лет), 66 лет.'],
    [
      'fr',
      'Au {{s-|XIX|e}}, {{Mme|Curie}} dit {{citation|non}} : {{unité|12345|km}}.',
      'Au XIXe siècle, Mme Curie dit « non » : 12 345 km.',
    ],
    ['en', '{{convert|5|to|10|km2|sqmi}}, {{convert|5|ft|11|in}}, {{convert|1500|m}}', '5 to 10 km², 5 ft 11 in, 1,500 m'],
    ['en', '{{frac|3|1|2}}, {{val|6.02|0.01|e=23|u=mol}}, {{chem|H|2|O}}', '3 1⁄2, 6.02±0.01×10^23 mol, H2O'],
    ['en', '{{Nihongo|Sake|酒|sake}} of {{flag|Japan}} and {{FRA}}', 'Sake (酒, sake) of Japan and France'],
    ['de', '{{DEU}} schlug {{FRA}}; {{formatnum:12345}} kamen', 'Deutschland schlug Frankreich; 12.345 kamen'],
    [
      'it',
      '{{Bio|Nome=Ada|Cognome=Rossi|Sesso=F|LuogoNascita=Roma|GiornoMeseNascita=1º maggio|AnnoNascita=1900|LuogoMorte=Pisa|AnnoMorte=1950|Attività=pittrice|Attività2=poetessa|Nazionalità=italiana}}',
      'Ada Rossi (Roma, 1º maggio 1900 – Pisa, 1950) è stata una pittrice e poetessa italiana.',
    ],
    ['fr', 'En {{France}}, {{p.}}5, {{unité|25|°C}}', 'En France, p. 5, 25 °C'],
    ['en', '{{convert|1.5|e6USgal|L}}', '1.5 million US gal'],
    ['de', '{{lang-fr|bonjour}}, {{enS|house}}', 'bonjour, englisch house'],
  ])('of a wiki in %s shows what its documentation says: %j', async (language, body, text) => {
    expect(await shown(body, language)).toBe(text)
  })

  it('means what it means in the language of the page where nothing says the wiki', async () => {
    expect(await shown('Es war im Jahr 1871, als die Burg am Fluss gebaut wurde, {{Zitat|groß und schön}}')).toContain('groß und schön')
    const french = 'La tour fut bâtie au {{s-|XIX|e}} par les habitants de la ville, qui la voulaient plus haute.'
    expect(await shown(french)).toContain('au XIXe siècle par')
  })

  it('that is not known goes, and is counted by its name', async () => {
    const { text, removed } = await cleaned(
      '{{Infobox x|a={{flag|France}}}} A{{citation_needed|date=May}} b. {{#invoke:X|y}} {{DEFAULTSORT:z}}',
    )
    expect(text).toBe('A b.')
    expect(templateNames(removed)).toEqual(['Infobox x', 'Citation needed', '#invoke', 'DEFAULTSORT'])
  })

  it('that nobody can know takes its brackets with it', async () => {
    const { text, removed } = await cleaned('It cost £5 (equivalent to £{{Inflation|UK|5|1900}} today). He is {{age|1990|1|1}} now.')
    expect(text).toBe('It cost £5. He is now.')
    expect(removed.map(({ rule }) => rule)).toEqual(['template', 'template', 'unknown-value'])
  })
})

describe('parser functions', () => {
  it.each([
    ['{{#if: x | yes | no }} {{#if: | yes | no }}', 'yes no'],
    ['{{#switch: b | a = one | b | c = two | #default = three }} {{#switch: z | a = one | three }}', 'two three'],
    ['{{#ifeq: 01 | 1 | same }} {{#ifexpr: 1 > 2 | a | b }} {{#expr: 2 * (3 + 4) ^ 2 mod 5}}', 'same b 3'],
    ['{{#if:{{{x|}}}|a|b}} {{{y|default}}} {{lc:ABC}} {{padleft:7|3}} {{PAGENAME}}', 'b default abc 007 Tower'],
  ])('%j', async (body, text) => {
    expect((await cleaned(body, { title: 'Tower' })).text).toBe(text)
  })
})

describe('variants', () => {
  it.each([
    ['zh', '-{zh-hans:计算机; zh-hant:電腦}-與-{网络}-', '计算机與网络'],
    ['zh-TW', '-{zh-cn:计算机; zh-tw:電腦}-', '電腦'],
    ['zh', '甲-{H|zh-cn:信息;zh-tw:資訊}--{R|原}--{A|zh-cn:软件;zh-tw:軟體}-', '甲原软件'],
    ['zh', '[[意大利|-{zh-cn:意大利;zh-tw:義大利}-]]', '意大利'],
    ['sr', '-{Homo sapiens}- је врста', 'Homo sapiens је врста'],
    ['en', 'f(x)-{y}-z', 'f(x)-{y}-z'],
  ])('of a wiki in %s: %j', async (language, body, text) => {
    expect(await shown(body, language)).toBe(text)
  })
})

describe('sections without text of the article', () => {
  it.each([
    ['cs', 'Reference', 'Externí odkazy'],
    ['ar', 'مراجع', 'وصلات خارجية'],
    ['ko', '각주', '같이 보기'],
    ['fi', 'Lähteet', 'Aiheesta muualla'],
    ['de', 'Einzelnachweise', 'Weblinks'],
    ['vi', 'Tham khảo', 'Liên kết ngoài'],
  ])('go, in %s', async (language, references, links) => {
    const body = `Text.\n\n== ${references} ==\n* A. 1999.\n=== x ===\n* B\n\n== ${links} ==\n* [http://a C]\n\n== Y ==\nMore.`
    const { text, removed } = await cleaned(body, { metadata: { language } })
    expect(text).toBe('Text.\n\nY\n\nMore.')
    expect(removed.map(({ rule }) => rule)).toEqual(['reference-list', 'external-links'])
  })

  it('stay where they are prose: the sources of a river', async () => {
    const prose = 'The river rises from three springs below the northern ridge, which the monks of the valley called the sisters.'
    expect(await shown(`Text.\n\n== Source ==\n${prose}`, 'en')).toContain(prose)
    expect(await shown('Text.\n\n== Literatura ==\nPisali tam poeci.', 'es')).toContain('poeci')
  })
})

it.each([
  ["l'''Iliade'' et ''l'Odyssée''", "l'Iliade et l'Odyssée"],
  ["'''bold''' ''italics'' '''''both'''''", 'bold italics both'],
  ["''''four''''", "'four'"],
])('apostrophes of %j', async (body, text) => {
  expect(await shown(body, 'fr')).toBe(text)
})

it('a redirect has no text', async () => {
  await expect(cleaned('#ПЕРЕНАПРАВЛЕНИЕ [[Башня]]')).rejects.toThrow('nothing is left')
})

it('powers, plain formulas and aside tables', async () => {
  expect(await shown('10<sup>−9</sup> s, 3 m<sup>2</sup>, 19<sup>th</sup>, <math>E=mc^2</math><math>\\frac{a}{b}</math>')).toBe(
    '10^−9 s, 3 m², 19th, E=mc^2',
  )
  const { text, removed } = await cleaned('A.\n{| class="infobox x"\n| b || c\n|}')
  expect([text, removed[0]?.rule]).toEqual(['A.', 'table'])
})

it.each(['-{', '{{#if:', '{{#switch:a|', '{{{', '}-', '{{convert|1|', '{{#expr:(', '=a=\n', '=== =\n', '{{lang-', '(\uE010'])(
  'with %j 50,000 times comes through in no time',
  async (mark) => {
    const started = cpuMilliseconds()
    expect((await cleaned(`Prose of a tower.\n\n${mark.repeat(50_000)}`)).text).toContain('Prose of a tower.')
    expect(cpuMilliseconds() - started).toBeLessThan(20_000)
  },
)

describe('the tables', () => {
  it('name a template once a wiki, and forms that there are', () => {
    const seen = new Set<string>()
    const twice: string[] = []
    for (const [languages = '', names = '', shows = ''] of rowsOf('templates.tsv').slice(1)) {
      if (shows.startsWith('=')) expect(() => formOf(shows)).not.toThrow()
      for (const language of languages.split(' ')) {
        for (const name of names.startsWith('^') ? [names] : names.split('|')) {
          if (seen.has(`${language} ${name}`)) twice.push(`${language} ${name}`)
          seen.add(`${language} ${name}`)
        }
      }
    }
    expect(twice).toEqual([])
  })

  it('know both kinds of sections in 80 languages', () => {
    const languages = rowsOf('sections.tsv').slice(1)
    for (const kind of ['references', 'links']) expect(languages.filter(([, section]) => section === kind).length).toBeGreaterThan(80)
  })
})
