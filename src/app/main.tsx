/** Start: opens the first example and shows the page. */
import '@fontsource-variable/source-sans-3/wght.css'
import './theme.css'
import './page.css'
import './stage.css'
import './inspector.css'
import { createRoot } from 'react-dom/client'
import { loadLanguage } from '../i18n'
import { onlyTouch } from '../panels/useMedia'
import { UnfoldProvider } from '../panels/UnfoldProvider'
import { frameDriver } from '../store/clock'
import { noCuts, plainExplaining, plainRunning } from '../store/store'
import { openingDocument } from '../store/opening'
import { createUnfold } from '../store/unfold'
import { Page } from './Page'
import { selectFields } from './selectFields'
import { loadInspector } from './loadInspector'
import { keptText } from './workKey'
import { applyPreferences, applyTitle, readPreferences } from './preferences'

const preferences = readPreferences()
// Both come while the rest is made ready.
const words = loadLanguage(preferences.language)
void loadInspector()
const touch = matchMedia(onlyTouch)
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)')
const unfold = createUnfold(
  {
    document: openingDocument(),
    cuts: noCuts,
    selection: null,
    explaining: plainExplaining,
    pointed: null,
    scene: 'graph',
    running: plainRunning,
    grain: 'variable',
    order: 'byTime',
    speed: 1,
    ...preferences,
    message: null,
    view: { zoomLevel: 0, isFoldOpen: false },
    room: { width: 900, height: 700 },
  },
  { driver: frameDriver, isStill: () => lessMotion.matches, isTouched: () => touch.matches },
)
const opening = unfold.store.getState().document
const loadKeeping = async () => {
  const module = await import('./keptWork')
  module.keepWork(unfold, opening)
  return module
}
const kept = keptText()
let keeping = kept === null ? null : loadKeeping()
selectFields()
let showHint: ((event: Event) => void) | null = null
/** At once, before the same tap switches anything; the first comes late, and not for what is called otherwise by then. */
const hint = (event: Event) => {
  if (showHint) return showHint(event)
  const about = event.target instanceof Element ? event.target.closest('[title]') : null
  const title = about?.getAttribute('title')
  void import('./showHint').then((module) => {
    showHint = module.showHint
    if (about?.getAttribute('title') === title) showHint(event)
  })
}
for (const type of ['focusin', 'pointerup', 'keydown'])
  document.addEventListener(type, (event) => {
    hint(event)
    // Where nothing has been done there is nothing to keep.
    keeping ??= loadKeeping()
  })
void Promise.all([words, keeping]).then(([, module]) => {
  module?.restoreWork(unfold, kept!)
  applyTitle(unfold)
  applyPreferences(unfold)
  createRoot(document.getElementById('root')!).render(
    <UnfoldProvider unfold={unfold}>
      <Page />
    </UnfoldProvider>,
  )
})
