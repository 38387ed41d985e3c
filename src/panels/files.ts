/** Files: what can be done with them; how they are read and written comes with the first. */
import type { ExampleId } from '../store/examples'
import type { Unfold } from '../store/unfold'

const load = () => import('./fileAccess')

export const openFile = async (unfold: Unfold, file: File): Promise<void> =>
  (await load()).readNetworkFile(unfold, file)

export const openExample = async (unfold: Unfold, id: ExampleId): Promise<void> =>
  (await load()).openExample(unfold, id)

export const startAfresh = async (unfold: Unfold): Promise<void> =>
  (await load()).startAfresh(unfold)

export const saveNetwork = async (unfold: Unfold): Promise<void> =>
  (await load()).saveNetwork(unfold)

export const saveTrace = async (unfold: Unfold): Promise<void> => (await load()).saveTrace(unfold)
