/** ReachScene: how far a gradient travels back in time, and why: on the graph's own time axis, of the network or of a trial of it. */
import { memo, useRef, useState } from 'react'
import type { Network } from '../../engine/network'
import { reachWords } from '../../i18n/reach'
import { type Reach, type Trial, trialOf, withTrial } from '../../store/reach'
import { CutNotice } from '../CutNotice'
import { useFinished, useUnfold, useValue, useWords } from '../useUnfold'
import { ClipPart } from './ClipPart'
import { Controls } from './Controls'
import { NormChart } from './NormChart'
import { SlopeCells } from './SlopeCells'
import { StepChart } from './StepChart'
import { TrianglePart } from './TrianglePart'
import { type Axis, useAxis } from './useAxis'
import { useReach } from './useReach'
import './reach.css'

export const ReachScene = () => {
  const pane = useRef<HTMLDivElement>(null)
  const axis = useAxis(pane)
  const { network, trial, setTrial } = useTrial()
  const isTrial = withTrial(network, trial) !== network
  const shown = useReach(network, trial)
  const { reach, isComputing } = shown
  return (
    <div className={isTrial ? 'reach trial' : 'reach'} ref={pane} aria-busy={isComputing}>
      <Controls shown={shown} trial={trial} onTrial={setTrial} isTrial={isTrial} />
      <CutNotice done={null} />
      {reach ? (
        <Charts reach={reach} axis={axis} isStale={shown.stale !== null} />
      ) : (
        <Waiting isComputing={isComputing} />
      )}
    </div>
  )
}

interface ChartsProps {
  readonly reach: Reach
  readonly axis: Axis
  readonly isStale: boolean
}

const Charts = ({ reach, axis, isStale }: ChartsProps) => (
  <div className={isStale ? 'reach-all stale' : 'reach-all'}>
    <div className="reach-charts" style={{ width: axis.margin + axis.width, zoom: axis.zoom }}>
      <Present axis={axis} />
      <Drawn reach={reach} axis={axis} />
    </div>
    <ClipPart trace={reach.trace} />
  </div>
)

/** Not drawn anew by what changes beside it. */
const Drawn = memo(({ reach, axis }: Omit<ChartsProps, 'isStale'>) => (
  <>
    <NormChart reach={reach} axis={axis} />
    <StepChart reach={reach} axis={axis} />
    <SlopeCells reach={reach} axis={axis} />
    <TrianglePart reach={reach} axis={axis} />
  </>
))
Drawn.displayName = 'Drawn'

const Waiting = ({ isComputing }: { readonly isComputing: boolean }) => {
  const words = useWords(reachWords)
  return <p className="reach-waiting">{isComputing ? words.computing : words.failed}</p>
}

/** What is tried out belongs to one network: with an edit, an undo or another file it is gone. */
const useTrial = () => {
  const { derived } = useUnfold()
  const network = derived.runningOf(useValue(({ document }) => document.network))
  const [kept, setKept] = useState<{ readonly network: Network; readonly trial: Trial } | null>(
    null,
  )
  const trial = kept?.network === network ? kept.trial : trialOf(network)
  return { network, trial, setTrial: (next: Trial) => setKept({ network, trial: next }) }
}

/** The column under the playhead, through all charts. */
const Present = ({ axis }: { readonly axis: Axis }) => {
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const grain = useValue((state) => state.grain)
  const step = derived.planOf(network).schedule.steps[grain][useFinished() - 1]
  const column = step && step.t !== null ? axis.at(step.t) : undefined
  if (!column) return null
  return (
    <div
      className="reach-present"
      style={{ left: axis.margin + column.x + 3, width: Math.max(2, column.width - 6) }}
    />
  )
}
