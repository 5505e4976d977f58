import type { Glossary } from '../../glossary/index.ts'
import { sameScript, scriptOf } from '../../names/scripts/index.ts'
import { likeness, type NameText, namesOf, type Spelt, type Stretch } from './names.ts'

/** As like a name as what writes it must be: in one script, differing by how a language spells a sound; read in another script. */
const SAME = 0.985
const READ = 0.93
/** The same of a script that does not write every sound. */
const READ_LOOSELY = 0.85

const looseScripts: ReadonlySet<string> = new Set(['han', 'kana', 'hangul', 'thai', 'devanagari'])

/** Less is no likeness. */
const FLOOR = 0.3

/** How like the names of entries stretches are; each is asked once. */
export class EntryLikenesses {
  readonly #glossary: Glossary
  readonly #names = new Map<string, readonly Spelt[]>()
  readonly #known = new Map<Stretch, Map<number, number>>()

  constructor(glossary: Glossary) {
    this.#glossary = glossary
  }

  /** 0..1: how like the stretch is to the nearest of the entry's names in the language of its text. */
  of(stretch: Stretch, entry: number, { language }: NameText): number {
    const known = this.#known.get(stretch) ?? new Map<number, number>()
    this.#known.set(stretch, known)
    const asked = known.get(entry)
    if (asked !== undefined) return asked
    const most = this.#namesOf(entry, language).reduce((best, name) => Math.max(best, likeness(stretch, name, Math.max(FLOOR, best))), 0)
    known.set(entry, most)
    return most
  }

  /** How like the entry's names a stretch must be to be one. */
  least({ text }: Stretch, entry: number): number {
    if (sameScript(text, this.#glossary.entry(entry).canonical)) return SAME
    return this.isLoose(text) ? READ_LOOSELY : READ
  }

  /** Whether the script of `text` does not write every sound. */
  isLoose(text: string): boolean {
    return looseScripts.has(scriptOf(text)?.name ?? '')
  }

  #namesOf(entry: number, language: string): readonly Spelt[] {
    const key = `${entry} ${language}`
    const names = this.#names.get(key) ?? namesOf(this.#glossary, entry, language)
    this.#names.set(key, names)
    return names
  }
}
