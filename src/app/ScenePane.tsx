/** ScenePane: the scene that is chosen; the graph is there at once, the others come when they are first shown. */
import { Suspense } from 'react'
import { useDictionary, useValue } from '../panels/useUnfold'
import { StagePane } from './StagePane'
import { scenes } from './scenes'

export const ScenePane = ({ isSheetOpen }: { readonly isSheetOpen: boolean }) => {
  const { scenes: words } = useDictionary()
  const scene = useValue((state) => state.scene)
  const Scene = scenes[scene]
  if (!Scene) return <StagePane isSheetOpen={isSheetOpen} />
  return (
    <main className="scene" aria-label={words.names[scene]}>
      <Suspense fallback={<p className="loading">{words.loading}</p>}>
        <Scene />
      </Suspense>
    </main>
  )
}
