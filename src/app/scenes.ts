/** Scenes: the views of a network beside its graph, each in a chunk of its own that comes when it is first shown. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { SceneId } from '../store/store'

/** An entry is `lazy(async () => ({ default: (await import('…')).ReachScene }))`; the graph needs none. */
export const scenes: Readonly<Partial<Record<SceneId, LazyExoticComponent<ComponentType>>>> = {
  table: lazy(async () => ({ default: (await import('../panels/table/TableScene')).TableScene })),
  loop: lazy(async () => ({ default: (await import('./LoopScene')).LoopScene })),
  reach: lazy(async () => ({ default: (await import('../panels/reach/ReachScene')).ReachScene })),
  running: lazy(async () => ({
    default: (await import('../panels/running/RunningScene')).RunningScene,
  })),
  model: lazy(async () => ({ default: (await import('./ModelScene')).ModelScene })),
}
