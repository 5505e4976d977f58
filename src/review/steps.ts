/** What can be undone, kept with the output: by a page that was loaded anew, and after the server was. */
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Judgement } from '../glossary/index.ts'
import { writeWhole } from '../run/files.ts'

/** Steps that can be undone: the last so many requests. */
const STEPS = 1000

/** What one request said. */
export interface Step {
  readonly id: string
  readonly said: readonly Judgement[]
  /** What is to be said so that what was in force before is so again. */
  readonly restore: readonly Judgement[]
  /** Whether it was an undo itself. */
  readonly isUndo?: boolean
}

type Line = Step | { readonly undone: string }

/** Read when it is asked and not before; only who holds the output's lock asks. */
export class StepFile {
  readonly #path: string

  constructor(output: string) {
    this.#path = join(output, '.synoptic', 'undo.jsonl')
  }

  /** The step of this id; without one, the last that is no undo. */
  async find(id?: string): Promise<Step | undefined> {
    const steps = await this.#steps()
    return id === undefined ? steps.findLast(({ isUndo }) => isUndo !== true) : steps.find((step) => step.id === id)
  }

  async add(step: Step, undone?: Step): Promise<void> {
    const lines: readonly Line[] = [...(undone === undefined ? [] : [{ undone: undone.id }]), step]
    await appendFile(this.#path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }

  async #steps(): Promise<readonly Step[]> {
    const text = await readFile(this.#path, 'utf8').catch(() => '')
    const lines = text.split('\n').flatMap(lineOf)
    const undone = new Set(lines.flatMap((line) => ('undone' in line ? [line.undone] : [])))
    const steps = lines.filter((line): line is Step => 'id' in line && !undone.has(line.id)).slice(-STEPS)
    if (lines.length > 4 * STEPS) await writeWhole(this.#path, [steps.map((step) => JSON.stringify(step)).join('\n')])
    return steps
  }
}

/** None where a kill tore the line: what it would undo is in the log all the same. */
function lineOf(text: string): readonly Line[] {
  if (text === '') return []
  try {
    return [JSON.parse(text) as Line]
  } catch {
    return []
  }
}
