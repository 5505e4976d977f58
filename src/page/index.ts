/** READ FIRST: what runs in the report's pages. Each says in `<body data-view>` which it is; without this script all but names.html can be read. */
import { article } from './article.ts'
import { names } from './names/index.ts'
import { overview } from './overview/index.ts'
import { sentences } from './sentences/index.ts'
import { story } from './story.ts'

const views: Readonly<Record<string, readonly (() => void)[]>> = {
  overview: [overview],
  article: [article, sentences],
  story: [story],
  names: [names],
}

for (const start of views[document.body.dataset.view ?? ''] ?? []) start()
