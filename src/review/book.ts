/** What people said, as the log has it, beside what the results were made with. */
import { stat } from 'node:fs/promises'
import { aboutSentence, appendJudgements, type Judgement, Judgements, type LoggedJudgement, readJudgements } from '../glossary/index.ts'

export class JudgementBook {
  readonly path: string
  /** What the results were made with. */
  readonly #applied: readonly LoggedJudgement[]
  readonly #before: Judgements
  #lines: LoggedJudgement[] = []
  #inForce = new Judgements()
  /** Size and time of the file as it was last read or written. */
  #seen = ''
  /** Said since the results were made, one about each thing; some of them may have been taken back. */
  #later = new Map<string, Judgement>()

  private constructor(path: string, applied: readonly LoggedJudgement[]) {
    this.path = path
    this.#applied = applied
    this.#before = new Judgements({ lines: applied })
  }

  /**
   * @param applied what the results were made with
   * @throws FileError when a line of the log is no judgement
   */
  static async open(path: string, applied: readonly LoggedJudgement[]): Promise<JudgementBook> {
    const book = new JudgementBook(path, applied)
    await book.refresh()
    return book
  }

  /** In force. */
  get judgements(): Judgements {
    return this.#inForce
  }

  get size(): number {
    return this.#lines.length
  }

  /** Reads the log again when somebody else wrote to it. @returns whether it was read */
  async refresh(): Promise<boolean> {
    const seen = await markOf(this.path)
    if (seen === this.#seen) return false
    const { lines } = await readJudgements(this.path)
    this.#seen = seen
    this.#inForce = new Judgements({ lines })
    this.#lines = [...lines]
    const isLonger = this.#applied.every(({ judgement }, at) => JSON.stringify(judgement) === JSON.stringify(lines[at]?.judgement))
    const later = isLonger ? lines.slice(this.#applied.length) : [...this.#applied, ...lines]
    this.#later = new Map(later.map(({ judgement }) => [aboutOf(judgement), judgement]))
    return true
  }

  /** Adds to the log; on the disk before it returns. */
  async say(judgements: readonly Judgement[]): Promise<void> {
    await appendJudgements(this.path, judgements)
    this.#seen = await markOf(this.path)
    for (const judgement of judgements) {
      const logged = { judgement, line: this.#lines.length + 1 }
      this.#lines.push(logged)
      this.#inForce.say(logged)
      this.#later.set(aboutOf(judgement), judgement)
    }
  }

  /** What is said otherwise than when the results were made. */
  get changes(): readonly Judgement[] {
    return [...this.#later.values()].filter((judgement) => wordOn(this.#inForce, judgement) !== wordOn(this.#before, judgement))
  }
}

/** Changes whenever the file does; '' for a file that is not there. */
export async function markOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    ({ size, mtimeNs, ino }) => `${size} ${mtimeNs} ${ino}`,
    () => '',
  )
}

/** What a judgement is about, whatever it says: two of one thing are never in force together. */
export function aboutOf(judgement: Judgement): string {
  if ('surface' in judgement) return JSON.stringify([judgement.canonical, judgement.surface, judgement.article])
  if ('canonical' in judgement) return JSON.stringify([judgement.canonical])
  return JSON.stringify(['', judgement.article, aboutSentence(judgement)])
}

/** What is in force of the thing that a judgement is about. */
function wordOn(judgements: Judgements, judgement: Judgement): string | undefined {
  if ('surface' in judgement) return (['wrong', 'right'] as const).find((word) => judgements.holds({ ...judgement, judgement: word }))
  return JSON.stringify('canonical' in judgement ? judgements.ofProposal(judgement.canonical) : judgements.sentences.same(judgement))
}
