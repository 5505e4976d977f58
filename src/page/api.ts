/** What the server is told and asked. */
import type { Judgement } from '../glossary/judgement.ts'
import { ask } from './data.ts'

export interface State {
  /** Lines of the log. */
  readonly judgements: number
  readonly notYetApplied: number
  readonly articlesConcerned: number
  /** Articles of a run under way. */
  readonly running: null | { readonly done: number; readonly total: number; readonly line: string }
  readonly canRun: boolean
  /** Why not, and what to do instead. */
  readonly whyNot?: string
  /** How the last one ended. */
  readonly lastRun?: string
}

/** That judgements are in the log. */
export interface Saved extends Pick<State, 'notYetApplied' | 'articlesConcerned'> {
  /** To undo them by. */
  readonly id: string
}

export interface Undone extends Saved {
  /** What was taken back. */
  readonly said: readonly Judgement[]
}

export const stateNow = (): Promise<State> => ask('/api/state')
export const judge = (judgements: readonly Judgement[]): Promise<Saved> => ask('/api/judgements', { judgements })
/** @param id without it, the last step that any page took and that is not undone yet */
export const undo = (id?: string): Promise<Undone> => ask('/api/undo', id === undefined ? {} : { id })
export const run = (): Promise<unknown> => ask('/api/run', {})
