/** ModelScene: the network as a directed graphical model: the two drawings, then what can be counted, asked and drawn. */
import './model.css'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createChain } from '../engine/model/chain'
import { type SampleStep, sampleSteps } from '../engine/model/sample'
import { createRandom } from '../engine/random'
import { type ModelAxis, toModelAxis } from '../layout/model'
import { ChainExample } from '../panels/model/ChainExample'
import { ChainPart } from '../panels/model/ChainPart'
import { CountPart } from '../panels/model/CountPart'
import { EndingPart } from '../panels/model/EndingPart'
import { InformationPart } from '../panels/model/InformationPart'
import { JointPart } from '../panels/model/JointPart'
import { ManyPart } from '../panels/model/ManyPart'
import { MorphControl, MorphText } from '../panels/model/MorphControl'
import { Part, Scroller } from '../panels/model/Part'
import { PartList } from '../panels/model/PartList'
import { QueryPart } from '../panels/model/QueryPart'
import { SampleControls, SampleSentence } from '../panels/model/SampleControls'
import { useModel, useModelFacts, useModelStore, useModelWords } from '../panels/model/useModel'
import { Prose } from '../panels/Prose'
import { useNames, useUnfold, useValue } from '../panels/useUnfold'
import { createModelDrawing } from '../stage/createModelDrawing'
import { createSampleStrips } from '../stage/createSampleStrips'
import { policyOf } from '../store/model/drawSamples'
import { parametersByUse } from '../store/model/parametersByUse'
import type { ChainFacts } from '../store/model/modelFacts'
import { ask, questionOf } from '../store/model/modelStore'
import { type Reach, reachAt } from '../store/model/reach'
import { noCuts } from '../store/store'
import { ModelTimeline } from './ModelTimeline'

export const ModelScene = () => {
  const { derived } = useUnfold()
  const words = useModelWords()
  const network = useValue(({ document }) => document.network)
  // What is cut changes no probability.
  const bad = derived.badOf(network, noCuts)
  if (bad?.phase === 'forward')
    return (
      <div className="model">
        <p className="model-note warning wide">{words.notFinite(bad.node.key)}</p>
      </div>
    )
  return <Model />
}

const Model = () => {
  const host = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setWidth(host.current!.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(host.current!)
    measure()
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={host} className="model">
      {width > 0 && <Parts width={width} />}
    </div>
  )
}

const Parts = ({ width }: { readonly width: number }) => {
  const unfold = useUnfold()
  const { chain, noChain, network, shown } = useModelFacts()
  const grain = useValue((state) => state.grain)
  const playhead = useStore(unfold.clock.store, (state) => Math.floor(state.playhead))
  const reach = reachAt(
    unfold.derived.planOf(network).schedule,
    unfold.derived.planOf(network).runner.graph,
    grain,
    playhead,
  )
  const room = useValue((state) => state.room)
  const view = useValue((state) => state.view)
  const layout = unfold.derived.layoutOf(network, room, view)
  const axis = useMemo(() => toModelAxis(layout, shown, width), [layout, shown, width])
  const words = useModelWords()
  const joint = chain?.joint
  const titles = [
    words.count,
    ...(chain ? [words.chain, words.joint] : []),
    ...(joint ? [words.query] : []),
    ...(chain ? [words.sample] : []),
    ...(joint ? [words.many, words.information] : []),
    ...(chain?.reading.inputs ? [words.ending] : []),
  ].map(({ title }) => title)
  return (
    <>
      {chain && <PartList titles={titles} />}
      {chain ? (
        <Part title={words.drawing.title} isWide>
          <p className="model-note">{words.drawing.whole}</p>
          <MorphControl />
          <Drawing chain={chain} axis={axis.axis} zoom={axis.zoom} reach={reach} />
          <MorphText />
        </Part>
      ) : (
        noChain && (
          <p className="model-note warning wide">
            {words.noChain[noChain]} <ChainExample />
          </p>
        )
      )}
      <CountPart />
      {chain && <ChainPart chain={chain} t={reach.t} />}
      {chain && <JointPart chain={chain} />}
      {joint && <QueryPart joint={joint} />}
      {chain && <Sampling axis={axis.axis} zoom={axis.zoom} reach={reach} />}
      {joint && <ManyPart joint={joint} />}
      {joint && <InformationPart joint={joint} />}
      {chain?.reading.inputs && <EndingPart chain={chain} />}
      {chain && !chain.reading.inputs && (
        <p className="model-note wide">
          {words.noEnding} <ChainExample />
        </p>
      )}
      <div className={axis.isStage ? 'model-timeline on-stage' : 'model-timeline'}>
        <ModelTimeline />
      </div>
    </>
  )
}

interface DrawingProps {
  readonly axis: ModelAxis
  readonly zoom: number
  readonly reach: Reach
}

const Drawing = ({ chain, axis, zoom, reach }: DrawingProps & { readonly chain: ChainFacts }) => {
  const svg = useRef<SVGSVGElement>(null)
  const unfold = useUnfold()
  const store = useModelStore()
  const { drawing: words } = useModelWords()
  const { network, symbols, classes } = useModelFacts()
  const model = useModel((state) => state)
  const { graph } = unfold.derived.planOf(network).runner
  const names = useNames(graph.cell)
  const drawing = useRef<ReturnType<typeof createModelDrawing>>(null)
  const steps = chain.joint?.times.length ?? 0
  useLayoutEffect(() => {
    drawing.current = createModelDrawing(svg.current!, { ask: (t) => ask(store, t) })
    return () => drawing.current!.destroy()
  }, [store])
  useLayoutEffect(() => {
    const { given, asked } = questionOf(model, steps, classes)
    drawing.current!.update({
      ...{ axis, zoom, names },
      start: startOf(chain),
      given: axis.columns.map(({ t }) => {
        const symbol = given.get(t)
        return symbol === undefined ? null : symbols[symbol]!
      }),
      asked: steps > 0 ? asked : null,
      askable: steps,
      parameters: parametersByUse(graph.cell),
      words: {
        label: words.label,
        node: (name, symbol) => (symbol === null ? words.random(name) : words.node(name, symbol)),
      },
    })
    drawing.current!.paint(model.morph, reach.t)
  }, [model, axis, zoom, graph, names, chain, symbols, classes, steps, words, reach.t])
  return (
    <Scroller label={words.scroller}>
      <svg ref={svg} className="drawing" />
    </Scroller>
  )
}

/** What the first step reads: a given input, or what stands for the output before the first. */
const startOf = ({ reading, reads }: ChainFacts) => {
  const isFedBack = reading.inputs === null
  const letter = isFedBack ? 'y' : 'x'
  const time = isFedBack ? '(0)' : '(1)'
  return { key: letter + time, name: { letter, time }, symbol: reads[0] ?? '·' }
}

const Sampling = (props: DrawingProps) => {
  const words = useModelWords().sample
  const { network, shown } = useModelFacts()
  const seed = useModel((state) => state.seed)
  const policy = useModel((state) => state.policy)
  const temperature = useModel((state) => state.temperature)
  const steps = useMemo(
    () =>
      sampleSteps(
        createChain(network, shown)!,
        policyOf({ policy, temperature }),
        createRandom(seed),
      ),
    [network, shown, seed, policy, temperature],
  )
  return (
    <Part title={words.title} isWide>
      <p>
        <Prose>{words.lead}</Prose>
      </p>
      <SampleControls />
      <Strips {...props} steps={steps} />
      <SampleSentence steps={steps} done={props.reach.predicted} />
    </Part>
  )
}

const Strips = ({
  axis,
  zoom,
  reach,
  steps,
}: DrawingProps & { readonly steps: readonly SampleStep[] }) => {
  const svg = useRef<SVGSVGElement>(null)
  const words = useModelWords().sample
  const { symbols } = useModelFacts()
  const strips = useRef<ReturnType<typeof createSampleStrips>>(null)
  useLayoutEffect(() => {
    strips.current = createSampleStrips(svg.current!)
    return () => strips.current!.destroy()
  }, [])
  useLayoutEffect(() => {
    strips.current!.update({
      axis,
      zoom,
      steps,
      symbols,
      words: { label: words.label, strip: words.strip },
    })
    strips.current!.paint(reach.predicted)
  }, [axis, zoom, steps, symbols, words, reach.predicted])
  return (
    <Scroller label={words.title}>
      <svg ref={svg} className="drawing" />
    </Scroller>
  )
}
