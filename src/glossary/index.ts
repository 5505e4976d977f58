export { checkGlossary } from './check.ts'
export { Glossary } from './glossary.ts'
export { loadGlossary } from './load.ts'
