import type { Language } from '../../article.ts'
import { parseLanguage } from '../../language.ts'
import { nearestTag } from '../tags.ts'
import type { LanguagePair } from '../translator.ts'

/** A language as GET /languages lists it, with the tag this project writes for it. */
export interface ServerLanguage {
  readonly code: string
  readonly tag: Language
  readonly targets: readonly string[]
}

/** Codes of the models behind LibreTranslate, which older servers still list: its `zh` is Simplified, its `pb` Brazilian. */
const modelCodes: Record<string, Language> = { zh: 'zh-Hans', zt: 'zh-Hant', pb: 'pt-BR' }

function tagOf(code: string): Language {
  return modelCodes[code.toLowerCase()] ?? parseLanguage(code) ?? code
}

/** undefined when `json` is not what GET /languages answers. */
export function parseLanguages(json: unknown): readonly ServerLanguage[] | undefined {
  if (!Array.isArray(json)) return undefined
  const codes = json.map((entry) => entry?.code)
  const languages: ServerLanguage[] = []
  for (const entry of json) {
    if (typeof entry?.code !== 'string') return undefined
    // Older servers list no targets: everything goes to everything.
    const targets = Array.isArray(entry.targets) ? entry.targets : codes
    languages.push({ code: entry.code, tag: tagOf(entry.code), targets })
  }
  return languages
}

export function pairsOf(languages: readonly ServerLanguage[]): readonly LanguagePair[] {
  return languages.flatMap(({ tag: from, targets }) => targets.map(tagOf).flatMap((to) => (to === from ? [] : [{ from, to }])))
}

/** The server's code for `language`. */
export function findLanguage(languages: readonly ServerLanguage[], language: Language): ServerLanguage | undefined {
  const tag = nearestTag(
    languages.map((candidate) => candidate.tag),
    language,
  )
  return languages.find((candidate) => candidate.tag === tag)
}
