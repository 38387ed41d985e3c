/** DrawSamples: starts and stops the worker that samples; its reports go into the store. */
import type { Drawn } from '../../engine/model/drawMany'
import type { Policy } from '../../engine/model/sample'
import type { Unfold } from '../unfold'
import { modelFactsOf } from './modelFacts'
import { type ModelState, modelStoreOf } from './modelStore'

const workers = new WeakMap<Unfold, Worker>()

export const policyOf = ({
  policy,
  temperature,
}: Pick<ModelState, 'policy' | 'temperature'>): Policy =>
  policy === 'temperature' ? { kind: policy, temperature } : { kind: policy }

/** What a histogram depends on; as text, so that it can be compared. */
export const causeOf = (state: ModelState): string =>
  JSON.stringify([policyOf(state), state.seed, state.samples])

/** Draws anew, from the seed; what was drawn before goes. */
export const drawSamples = (unfold: Unfold): void => {
  const { network } = unfold.store.getState().document
  const joint = modelFactsOf(network).chain?.joint
  if (!joint) return
  cancelSamples(unfold)
  const store = modelStoreOf(unfold)
  const state = store.getState()
  const worker = new Worker(new URL('./sampleWorker.ts', import.meta.url), { type: 'module' })
  workers.set(unfold, worker)
  const of = { all: state.samples, cause: causeOf(state), network, policy: state.policy }
  const report = ({ done, counts }: Drawn) =>
    store.setState({ many: { ...of, done, counts, isRunning: done < state.samples } })
  report({ done: 0, counts: new Float64Array(joint.probabilities.length) })
  worker.addEventListener('message', ({ data }: MessageEvent<Drawn>) => {
    report(data)
    if (data.done >= state.samples) stop(unfold)
  })
  const tau = joint.times.length
  worker.postMessage({
    network,
    tau,
    policy: policyOf(state),
    seed: state.seed,
    samples: state.samples,
  })
}

/** What has been counted stays, if anything has. */
export const cancelSamples = (unfold: Unfold): void => {
  stop(unfold)
  const store = modelStoreOf(unfold)
  const { many } = store.getState()
  if (many?.isRunning)
    store.setState({ many: many.done > 0 ? { ...many, isRunning: false } : null })
}

const stop = (unfold: Unfold): void => {
  workers.get(unfold)?.terminate()
  workers.delete(unfold)
}
