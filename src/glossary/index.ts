export { checkFiles } from './check/index.ts'
export { kinds } from './entry.ts'
export { filesAt, glossarySuffixes, isGlossary } from './formats/index.ts'
export { needs, type WriteFormat, writeFormats, writeGlossary } from './formats/write/index.ts'
export { Glossary } from './glossary.ts'
export {
  appendJudgements,
  type Judgement,
  Judgements,
  logOf,
  type NameJudgement,
  readJudgements,
} from './judgements.ts'
export { loadEntries, loadGlossary } from './load.ts'
export { formatProblem } from './problem.ts'
