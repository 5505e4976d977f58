/**
 * Imports run one way:
 * article ← language, errors, files, names ← stage ← engines, glossary ← stages ← stories, suggest, pipeline ← run ← index ← cli.
 * read, write and config are edges: they know articles and errors, and no stage.
 */
const base = '^src/((article|clip|story|span|language|errors|markup|worddiff)\\.ts$|files/)'

/** Folder or file → what of src/ it may import besides itself. */
const may = {
  'article\\.ts': [],
  'story\\.ts': [],
  'span\\.ts': ['article\\.ts'],
  'language\\.ts': ['article\\.ts'],
  'errors\\.ts': ['article\\.ts'],
  'clip\\.ts': [],
  'markup\\.ts': [],
  'worddiff\\.ts': [],
  'files/': [],
  'names/': [],
  'text\\.ts': ['article\\.ts'],
  'stage\\.ts': [],
  'settings\\.ts': [],
  'config\\.ts': ['settings\\.ts'],
  'read/': [],
  'write/': ['names/'],
  'engines/': ['config\\.ts', 'names/'],
  'glossary/': ['config\\.ts', 'names/'],
  'stages/': ['stage\\.ts', 'engines/', 'glossary/', 'names/'],
  'stories/': ['stage\\.ts', 'engines/', 'glossary/', 'names/', 'stages/'],
  'suggest/': ['glossary/', 'names/', 'stages/'],
  'compare/': ['engines/', 'glossary/', 'stages/', 'write/report/', 'write/cells\\.ts'],
  'pipeline\\.ts': ['stage\\.ts', 'engines/', 'glossary/', 'stages/'],
  'run/': ['stage\\.ts', 'engines/', 'glossary/', 'stages/', 'stories/', 'compare/', 'pipeline\\.ts', 'read/', 'write/', 'config\\.ts'],
  'review/': ['glossary/', 'names/', 'suggest/', 'run/', 'write/', 'config\\.ts'],
}

const layers = Object.entries(may).map(([from, to]) => ({
  name: `layer ${from.replaceAll('\\', '')}`,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: {
    path: '^src/',
    pathNot: [...(from === 'article\\.ts' ? [] : [base]), `^src/${from}`, ...to.map((target) => `^src/${target}`)],
  },
}))

export default {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'src knows no tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|bench|scripts)/' } },
    {
      name: 'only the cli prints',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/(cli/|index\\.ts)' },
    },
    {
      name: 'the page runs in a browser: of the rest it knows types, what markup escapes, what words differ, where a line is cut',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { pathNot: '^src/(page/|(clip|markup|worddiff)\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the rest does not know the page',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    ...layers,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
