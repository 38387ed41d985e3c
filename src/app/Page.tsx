/** Page: where everything stands; files dropped anywhere are opened. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { Messages } from '../panels/Messages'
import { SceneBar } from '../panels/SceneBar'
import { TopBar } from '../panels/TopBar'
import { StopPlace } from '../panels/StopPlace'
import { Transport } from '../panels/Transport'
import { trailOf } from '../store/actions/explain'
import { compact } from '../panels/useMedia'
import { useDictionary, useUnfold, useValue } from '../panels/useUnfold'
import { DropZone } from './DropZone'
import { ScenePane } from './ScenePane'
import { loadInspector } from './loadInspector'
import { listenToKeys } from './shortcuts'

const Inspector = lazy(loadInspector)
const Announcements = lazy(async () => ({
  default: (await import('../panels/Announcements')).Announcements,
}))
const KeysDialog = lazy(async () => ({
  default: (await import('../panels/KeysDialog')).KeysDialog,
}))

export const Page = () => {
  const unfold = useUnfold()
  const { inspector } = useDictionary()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [isTall, setTall] = useState(false)
  const [areKeysOpen, setKeysOpen] = useState(false)
  const isChosen = useValue(({ selection, cuts }) => selection !== null || cuts.size > 0)
  const openKeys = () => setKeysOpen(true)
  // Escape lets go of what is selected; where nothing is, it puts the sheet away.
  useEffect(() => {
    if (!isSheetOpen) return undefined
    const close = (event: KeyboardEvent) => {
      const isElsewhere = (event.target as Element).closest('input, select, textarea, .covers')
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) setSheetOpen(false)
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [isSheetOpen])
  useEffect(() => listenToKeys(unfold, () => setKeysOpen(true)), [unfold])
  // What is tapped is read about at once, what is let go takes the sheet with it, and another view is seen.
  useEffect(
    () =>
      unfold.store.subscribe((state, before) => {
        const { selection, scene } = state
        if (!matchMedia(compact).matches) return
        if (scene !== before.scene) setSheetOpen(false)
        if (selection === before.selection) return
        setSheetOpen(selection !== null)
        // Where one goes is seen in the graph; from number to number, and in what a step adds, one reads on.
        if (trailOf(state).length === 0 && state.explaining.share === null) setTall(false)
      }),
    [unfold],
  )
  // A number that is asked for is seen where the inspector is a sheet, too.
  const isTakenApart = useValue((state) => trailOf(state).length > 0)
  const [wasTakenApart, setTakenApart] = useState(isTakenApart)
  if (isTakenApart !== wasTakenApart) {
    setTakenApart(isTakenApart)
    if (isTakenApart) setSheetOpen(true)
  }
  return (
    <div className="page">
      <TopBar onKeys={openKeys} />
      <Messages />
      <div className="off-screen" aria-live="polite">
        <Suspense>{isChosen && <Announcements />}</Suspense>
      </div>
      <SceneBar />
      {/* A tall sheet is for reading: the graph is left as it is. */}
      <ScenePane isSheetOpen={isSheetOpen && !isTall} />
      <div className="foot">
        <Suspense fallback={<aside className="inspector" aria-label={inspector.label} />}>
          <Inspector setOpen={setSheetOpen} {...{ isTall, setTall }} />
        </Suspense>
        <StopPlace />
        <Transport isSheetOpen={isSheetOpen} onSheet={setSheetOpen} />
      </div>
      <Suspense fallback={null}>
        {areKeysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
      </Suspense>
      <DropZone />
    </div>
  )
}
