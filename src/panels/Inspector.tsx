/** Inspector: what is selected, or what the playhead is at: a sentence, the equation, its numbers, the check, the shared parameters. */
import { Fragment, type ReactNode, Suspense, lazy, useEffect } from 'react'
import { objectiveOf } from '../engine/run'
import type { Graph, GraphNode } from '../engine/unfold'
import { trailOf } from '../store/actions/explain'
import { select } from '../store/actions/view'
import { aboutNode, roleOf } from '../store/narration'
import { type Unfold, currentSentence, storyOf } from '../store/unfold'
import { CheckAllButton } from './check/CheckAllButton'
import { Ledger } from './ledger/Ledger'
import { LossSwitches } from './LossSwitches'
import { MathName } from './MathName'
import { TorchNote } from './NotationSwitch'
import { Prose } from './Prose'
import type { SheetProps } from './SheetTools'
import { ValuePart } from './ValuePart'
import { Icon } from './icons'
import { type Inspection, doneAt, toInspection } from './inspection'
import { early } from './early'
import { late } from './late'
import { compact, useMedia } from './useMedia'
import { useDictionary, useField, useFinished, useGap, useUnfold } from './useUnfold'

const gradientPart = early(async () => (await import('./GradientPart')).GradientPart)
const softmaxFold = early(async () => (await import('./SoftmaxFold')).SoftmaxFold)
const lossLine = early(async () => (await import('./LossLine')).LossLine)
const readingPlace = early(async () => (await import('./GradientPart')).ReadingPlace)
const [GradientPart, SoftmaxFold] = [gradientPart.Part, softmaxFold.Part]
const ReadingPlace = readingPlace.Part
const LossLine = lossLine.Part
// What few ask for comes when it is asked for.
const Check = lazy(async () => ({ default: (await import('./Check')).Check }))
const EntryPart = lazy(async () => ({ default: (await import('./EntryPart')).EntryPart }))
const CutNotice = lazy(async () => ({ default: (await import('./CutNotice')).CutNotice }))
const SheetTools = lazy(async () => ({ default: (await import('./SheetTools')).SheetTools }))

export const Inspector = (sheet: SheetProps) => {
  const unfold = useUnfold()
  const { inspector } = useDictionary()
  const finished = useFinished()
  useField('document')
  useField('selection')
  useField('grain')
  useField('theme')
  useField('notation')
  const cuts = useField('cuts')
  const inspection = toInspection(unfold, finished)
  const done = doneAt(unfold, finished)
  const [first] = inspection.nodes
  // Whoever presses anything will step or play: what that comes to is fetched meanwhile.
  useEffect(() => {
    const fetch = () => {
      void gradientPart.fetch()
      void readingPlace.fetch()
      void softmaxFold.fetch()
      void lossLine.fetch()
    }
    const presses = ['pointerdown', 'keydown']
    for (const press of presses) document.addEventListener(press, fetch, { once: true })
    return () => {
      for (const press of presses) document.removeEventListener(press, fetch)
    }
  }, [])
  const { isSelected, nodes, phase } = inspection
  const check = nodes.length === 1 && phase !== 'forward' && (
    <Suspense fallback={late}>
      <Check node={first!} done={done} isSelected={isSelected} />
    </Suspense>
  )
  const isSheet = useMedia(compact)
  const release = isSheet ? inspector.close : inspector.release
  const tools = (
    <>
      <Suspense>{isSheet && <SheetTools {...sheet} />}</Suspense>
      {(isSelected || isSheet) && (
        <button
          type="button"
          className="plain"
          aria-label={release}
          title={release}
          onClick={() => {
            select(unfold, null)
            sheet.setOpen(false)
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </>
  )
  return (
    <aside className={sheet.isTall ? 'inspector tall' : 'inspector'} aria-label={inspector.label}>
      <Suspense>{first && <ReadingPlace inspection={inspection} />}</Suspense>
      {first ? (
        <Heading inspection={inspection} node={first} done={done} tools={tools} />
      ) : (
        <Start tools={tools} />
      )}
      {nodes.length > 4 || !first ? null : <Nodes inspection={inspection} done={done} />}
      {nodes.length > 4 && <Overview inspection={inspection} done={done} />}
      {isSelected && check}
      {/* Below what was pressed, which stays where it is. */}
      <Suspense>{cuts.size > 0 && <CutNotice done={done} />}</Suspense>
      {/* It shows the step that one reads about. */}
      <Ledger done={done} t={(isSelected ? first!.t : null) ?? inspection.step?.t ?? 1} />
      {/* While steps pass the sums stay in sight, and in place. */}
      {!isSelected && check}
      <Suspense>{hasLoss(unfold, done) && <LossLine done={done} />}</Suspense>
      <LossSwitches />
      <CheckAllButton />
    </aside>
  )
}

/** Has a step come to its loss? What says so was fetched with the first press, long before. */
const hasLoss = (unfold: Unfold, done: number): boolean => {
  const { trace, schedule } = storyOf(unfold)
  const { edges } = trace.graph
  const [first] = objectiveOf(trace.graph).inputs
  return first !== undefined && schedule.valueReady[edges[first]!.from]! <= done
}

interface PartProps {
  readonly inspection: Inspection
  readonly done: number
}

const Nodes = ({ inspection, done }: PartProps) => {
  const { phase, nodes, isSelected } = inspection
  // Keyed by place, here and below: elements are kept from step to step, only what they show changes.
  const parts = nodes.map((node, i) => (
    <div key={i} className="node">
      {phase !== 'backward' && (
        <ValuePart
          node={node}
          done={done}
          isBrief={nodes.length > 1}
          origin={null}
          isSelected={isSelected}
        >
          {isSelected && <Entry node={node} done={done} isGradient={false} />}
        </ValuePart>
      )}
      {phase !== 'forward' && (
        <Suspense fallback={late}>
          <GradientPart
            node={node}
            done={done}
            t={inspection.step?.t ?? null}
            isBrief={nodes.length > 1}
            origin={null}
            isSelected={isSelected}
          >
            {isSelected && <Entry node={node} done={done} isGradient />}
          </GradientPart>
        </Suspense>
      )}
      <Suspense>{nodes.length === 1 && <SoftmaxFold node={node} done={done} />}</Suspense>
    </div>
  ))
  return <div className="nodes">{parts}</div>
}

interface EntryProps {
  readonly node: GraphNode
  readonly done: number
  readonly isGradient: boolean
}

/** One number of what is selected, taken apart below the equation that it belongs to. */
const Entry = ({ node, done, isGradient }: EntryProps) => {
  const { schedule, trace } = storyOf(useUnfold())
  useField('explaining')
  const place = trailOf(useUnfold().store.getState()).at(-1)
  if (place?.isGradient !== isGradient) return null
  // An edit may have left fewer of them.
  if (place.entry >= trace.memory.size[node.id]!) return null
  const ready = place.isGradient ? schedule.gradientReady : schedule.valueReady
  return (
    <Suspense fallback={late}>
      <EntryPart node={node} place={place} isReady={ready[node.id]! <= done} />
    </Suspense>
  )
}

/** A step of many variables: their equations, one under the other. */
const Overview = ({ inspection, done }: PartProps) => {
  const { nodes, phase, step } = inspection
  const shown = nodes.filter(({ t, kind }) => t !== null || kind !== 'computed')
  return (
    <div className="node overview">
      {shown.map((node, i) =>
        phase === 'forward' ? (
          <ValuePart
            key={i}
            node={node}
            done={done}
            isBrief
            origin={step?.t ?? node.t}
            isSelected={false}
          />
        ) : (
          <Suspense key={i} fallback={late}>
            <GradientPart
              node={node}
              done={done}
              t={step?.t ?? null}
              isBrief
              origin={step?.t ?? node.t}
              isSelected={false}
            />
          </Suspense>
        ),
      )}
    </div>
  )
}

const Start = ({ tools }: { readonly tools: ReactNode }) => {
  const { graph } = storyOf(useUnfold()).trace
  const { inspector } = useDictionary()
  const { isSeeded } = useField('document')
  const gap = useGap()
  return (
    <header>
      <div className="heading">
        <h2>{inspector.startTitle}</h2>
        {tools}
      </div>
      <p>
        {inspector.startText(graph.tau)}
        {isSeeded && gap + inspector.untrained}
      </p>
      <h3>{inspector.startEquations}</h3>
      {lastOfEach(graph).map((node, i) => (
        // What there is at the last step alone is not of any t.
        <ValuePart
          key={i}
          node={node}
          done={0}
          isBrief
          origin={'times' in node.of && node.of.times === 'last' ? null : node.t}
          isSelected={false}
        />
      ))}
    </header>
  )
}

/** Of each variable that is computed at every step the last one: a step without a target has no loss. */
const lastOfEach = ({ nodes }: Graph): readonly GraphNode[] => {
  const computed = nodes.filter(({ t, kind }) => t !== null && kind === 'computed')
  return [...new Map(computed.map((node) => [node.of, node])).values()]
}

interface HeadingProps extends PartProps {
  readonly node: GraphNode
  /** Beside the name. */
  readonly tools: ReactNode
}

const Heading = ({ inspection, node, done, tools }: HeadingProps) => {
  const unfold = useUnfold()
  const { inspector, timeline } = useDictionary()
  const story = storyOf(unfold)
  const { names } = story
  const { phase, isSelected, nodes, step } = inspection

  const isGradient = phase === 'backward'
  const role = roleOf(story, node)
  const isWholeStep = nodes.length > 4
  return (
    <header className={isSelected ? undefined : 'passing'}>
      <div className="heading">
        <h2>
          {isWholeStep && step ? (
            step.t === null ? (
              timeline.allTimes(story.trace.graph.tau)
            ) : (
              timeline.time(step.t)
            )
          ) : (
            <>
              <span aria-hidden="true">
                {nodes.slice(0, 4).map((each, i) => (
                  <Fragment key={i}>
                    {i > 0 && ', '}
                    <MathName names={names} node={each} isGradient={isGradient} />
                  </Fragment>
                ))}
              </span>
              <span className="off-screen">
                {nodes.map((each) => names.spokenReading({ node: each, isGradient })).join(', ')}
              </span>
            </>
          )}{' '}
          <small>
            {isWholeStep
              ? ''
              : isGradient && node.kind !== 'parameter'
                ? 'role' in node.of && node.of.role === 'loss'
                  ? inspector.lossGradientTitle
                  : inspector.gradientTitle(role)
                : role}
          </small>
        </h2>
        {tools}
      </div>
      <p>
        <Prose>
          {isWholeStep || isGradient ? currentSentence(unfold) : aboutNode(story, node, done)}
        </Prose>
      </p>
      {isSelected && node.kind === 'parameter' && names.notation === 'torch' && (
        <Suspense>
          <TorchNote name={node.key} />
        </Suspense>
      )}
    </header>
  )
}
