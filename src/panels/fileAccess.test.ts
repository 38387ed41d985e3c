/** File access, tested: an example is seen where it is opened. */
import { expect, it } from 'vitest'
import { hell, openUnfold } from '../../testing/unfold'
import type { SceneId } from '../store/store'
import { openExample } from './fileAccess'

it('opens an example of a gradient that fades where that is seen', async () => {
  const sceneAfter = async (scene: SceneId) => {
    const { unfold } = openUnfold(hell, { scene })
    await openExample(unfold, 'forget')
    return unfold.store.getState().scene
  }
  expect(await sceneAfter('running')).toBe('reach')
  expect(await sceneAfter('graph')).toBe('graph')
})
