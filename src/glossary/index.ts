export { checkGlossary, type Problem } from './check.ts'
export type { Entry } from './entry.ts'
export { Glossary } from './glossary.ts'
export { loadGlossary } from './load.ts'
