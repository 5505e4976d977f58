/** READ FIRST: what runs in the report's pages. Each says in `<body data-view>` which it is; without this script all but names.html can be read. */
import { article } from './article.ts'
import { names } from './names/index.ts'
import { overview } from './overview.ts'
import { story } from './story.ts'

const views = new Map([
  ['overview', overview],
  ['article', article],
  ['story', story],
  ['names', names],
])

views.get(document.body.dataset.view ?? '')?.()
