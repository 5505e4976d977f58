import type { Language } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { Memo, once } from '../../names/memo.ts'
import { sameScript, scriptOf } from '../../names/scripts/index.ts'
import { likeness, type NameText, namesOf, type Stretch } from './names.ts'

/** As like a name as what writes it must be: in one script, differing by how a language spells a sound; read in another script. */
const SAME = 0.985
const READ = 0.93
/** The same of a script that does not write every sound. */
const READ_LOOSELY = 0.85

const looseScripts: ReadonlySet<string> = new Set(['han', 'kana', 'hangul', 'thai', 'devanagari'])

/** Less is no likeness. */
const FLOOR = 0.3
/** Likenesses are quotients: none is to be lost to rounding. */
const ROUNDING = 0.005

/** How like stretches are to an entry, as far as it was asked. */
interface Known {
  readonly like: number
  /** What is less like was not looked for. */
  readonly floor: number
}

const namesIn = once((glossary: Glossary) => new Memo((language: Language, entry: number) => namesOf(glossary, entry, language)))

/** How like the names of entries the stretches of one text or two are. */
export class EntryLikenesses {
  readonly #glossary: Glossary
  readonly #known = new Map<Stretch, Map<number, Known>>()

  constructor(glossary: Glossary) {
    this.#glossary = glossary
  }

  /**
   * 0..1: how like the stretch is to the nearest of the entry's names in the language of its text. What is less than `least` may come out as 0:
   * finding that something is unlike takes little, finding how unlike takes much.
   */
  of(stretch: Stretch, entry: number, { language }: NameText, least = FLOOR + ROUNDING): number {
    const floor = Math.max(FLOOR, least - ROUNDING)
    const entries = this.#known.get(stretch) ?? new Map<number, Known>()
    this.#known.set(stretch, entries)
    const known = entries.get(entry)
    if (known !== undefined && (known.like > 0 || known.floor <= floor)) return known.like
    let like = 0
    for (const name of namesIn(this.#glossary).of(language, entry)) like = Math.max(like, likeness(stretch, name, Math.max(floor, like)))
    entries.set(entry, { like, floor })
    return like
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
}
