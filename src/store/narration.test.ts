/** Narration, tested: every step of every run has its sentence, in every language. */
import { describe, expect, it } from 'vitest'
import { createNetwork, randomNetwork, wirings } from '../../testing/networks'
import { hell, textNetwork } from '../../testing/unfold'
import type { Network } from '../engine/network'
import { activations } from '../engine/network'
import { valueOf } from '../engine/run'
import { type Grain, grains } from '../engine/schedule'
import { range } from '../engine/unfold'
import { dictionaries } from '../i18n'
import { createNames } from '../notation/names'
import { createDerived } from './derived'
import { type Story, aboutNode, roleOf, sentenceOf } from './narration'
import { plainRunning } from './store'

const storyOf = (network: Network, language: 'en' | 'zh'): Story => {
  const derived = createDerived(
    () => 'byTime',
    () => plainRunning,
  )
  return {
    network,
    trace: derived.traceOf(network),
    schedule: derived.planOf(network).schedule,
    dictionary: dictionaries[language],
    isTouched: false,
    names: createNames(
      derived.traceOf(network).graph.cell,
      'book',
      dictionaries[language].names.words,
    ),
  }
}

const languages = ['en', 'zh'] as const

const networks: readonly Network[] = [
  ...range(0, 39).map(randomNetwork),
  ...['a', 'hello', 'a b  c', '今天🙂天', 'e\u0301'].flatMap((text) => [
    textNetwork(text, text.slice(1), 2),
    textNetwork(text, '', 2),
  ]),
]

const nonsense =
  /undefined|NaN|null|\[object|Infinity|∞|=>|gradient of ∇|∇\S+ (counts|has no)|∇\S+ 在总和/

const check = (sentence: string, where: string): void => {
  if (!/\S{2}/.test(sentence) || nonsense.test(sentence)) expect(sentence, where).toBe('a sentence')
}

const sentences = (story: Story, grain: Grain): readonly string[] =>
  range(0, story.schedule.steps[grain].length).map((finished) => sentenceOf(story, grain, finished))

describe.each(languages)('in %s', (language) => {
  it('what is read is told whole at the start, where it is short', () => {
    const said = (text: string) =>
      sentenceOf(storyOf(textNetwork(text, '', 2), language), 'variable', 0)
    expect(said('hello')).toContain('“hello”')
    expect(said('banana '.repeat(8))).toContain('56')
  })

  it('every step of every run has a sentence, at every grain', () => {
    for (const network of networks) {
      const story = storyOf(network, language)
      for (const grain of grains)
        sentences(story, grain).forEach((sentence, finished) =>
          check(sentence, `${network.title} ${grain} ${finished}`),
        )
    }
  })

  it('what is fed back before there is an output is a start, and nothing that its letter means later', () => {
    for (const wiring of wirings.filter(({ recurrence }) => recurrence === 'output')) {
      const story = storyOf(
        createNetwork(1, {
          ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh' },
          ...{ inputs: 'classes', targets: 1, hasInitialState: false, wiring },
        }),
        language,
      )
      const start = story.trace.graph.nodes.find(({ t }) => t === 0)!
      const word = { en: 'start', zh: '起始值' }[language]
      for (const said of [roleOf(story, start), aboutNode(story, start, 0)])
        expect(said).toContain(word)
      expect(sentences(story, 'variable')[1]).toContain(word)
      const later = story.trace.graph.nodes.find(({ of, t }) => of === start.of && t === 1)!
      expect(roleOf(story, later)).not.toContain(word)
    }
  })

  it('names what comes back through the output that is fed back, and no target where there is none', () => {
    const story = storyOf(
      createNetwork(1, {
        ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh' },
        ...{ inputs: 'classes', targets: 1, hasInitialState: true },
        wiring: wirings.find(({ feedback }) => feedback === 'logits')!,
      }),
      language,
    )
    const all = sentences(story, 'variable')
    const target = { en: 'target', zh: '目标' }[language]
    expect(all.find((sentence) => sentence.startsWith('∇o(2)'))).toContain('∇a(3)')
    expect(all.at(-1)).toMatch(/^∇o\(0\).*∇a\(1\)/)
    expect(all.at(-1)).not.toContain(target)
  })

  it('every variable has a sentence that says what it is', () => {
    for (const network of networks) {
      const story = storyOf(network, language)
      for (const node of story.trace.graph.nodes)
        if (node.kind !== 'parameter')
          check(aboutNode(story, node, Infinity), `${network.title} ${node.key}`)
    }
  })

  it('a run that overflows has its sentences, too', () => {
    const network = createNetwork(1, {
      ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 3, activation: 'identity' },
      ...{ inputs: 'classes', targets: 1, hasInitialState: false },
    })
    const W = { shape: [2, 2], data: new Float64Array(4).fill(1e300) }
    const story = storyOf({ ...network, parameters: { ...network.parameters, W } }, language)
    expect(story.trace.values.some((value) => !Number.isFinite(value))).toBe(true)
    for (const grain of grains)
      for (const sentence of sentences(story, grain)) {
        expect(sentence).toMatch(/\S{2}/)
        expect(sentence).not.toMatch(/undefined|null|\[object/)
      }
  })

  it('a step of one variable names it, with ∇ on the way back', () => {
    const story = storyOf(hell, language)
    const { graph } = story.trace
    story.schedule.steps.variable.forEach(({ phase, nodes }, i) => {
      const [node] = nodes.map((id) => graph.nodes[id]!)
      const sentence = sentenceOf(story, 'variable', i + 1)
      if (node!.kind === 'parameter')
        for (const id of nodes) expect(sentence).toContain(graph.nodes[id]!.key)
      else if (node!.key !== 'L')
        expect(sentence).toContain(
          story.names.reading({ node: node!, isGradient: phase === 'backward' }),
        )
    })
  })

  it('the last state is read by its own output alone, and one way leads from it to the loss', () => {
    const story = storyOf(hell, language)
    const { byKey } = story.trace.graph
    const later = { en: 'Every later step', zh: '之后的每一步' }[language]
    expect(aboutNode(story, byKey.get('h(3)')!, Infinity)).toContain(later)
    expect(aboutNode(story, byKey.get('h(4)')!, Infinity)).not.toContain(later)
    const back = sentences(story, 'variable').find((sentence) => sentence.startsWith('∇h(4)'))
    expect(back).toContain(
      { en: 'one way leads from h(4)', zh: '从 h(4) 到损失只有一条路径' }[language],
    )
  })

  it('from a step without a target no way leads to the loss, and after the last one nothing is read', () => {
    const story = storyOf(textNetwork('abba', '∅a', 2), language)
    const all = sentences(story, 'variable')
    const [none, one] = {
      en: ['no way leads', 'one way leads'],
      zh: ['没有路径', '只有一条路径'],
    }[language]
    const of = (key: string) => all.find((sentence) => sentence.startsWith(key))
    expect(of('∇h(4)')).toContain(none)
    expect(of('∇h(3)')).toContain(none)
    expect(of('∇h(2)')).toContain(one)
    expect(of('∇h(1)')).toContain(one)
    const wiring = wirings.find(({ feedback }) => feedback === 'sample')!
    const spoken = storyOf(
      createNetwork(1, {
        ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh' },
        ...{ inputs: 'classes', targets: 1, hasInitialState: false, wiring },
      }),
      language,
    )
    const next = { en: 'next step', zh: '下一步' }[language]
    const said = sentences(spoken, 'variable').filter((sentence) => sentence.startsWith('s('))
    expect(said.map((sentence) => sentence.includes(next))).toEqual([true, true, false])
  })

  it('the gradient of a state with two consumers names both', () => {
    for (const network of [
      hell,
      ...networks.filter(({ sequence }) => sequence.inputs.length > 2),
    ]) {
      const story = storyOf(network, language)
      for (const t of range(1, story.trace.graph.tau - 1)) {
        const finished =
          story.schedule.steps.variable.findIndex(({ key }) => key === `backward h(${t})`) + 1
        const sentence = sentenceOf(story, 'variable', finished)
        expect(sentence).toContain(`∇h(${t})`)
        expect(sentence).toContain(`∇a(${t + 1})`)
        expect(sentence).toContain(`∇o(${t})`)
      }
    }
  })

  it('a part of a sum says which of how many has arrived', () => {
    const story = storyOf(hell, language)
    const at = (key: string) =>
      sentenceOf(
        story,
        'contribution',
        story.schedule.steps.contribution.findIndex((step) => step.key.startsWith(key)) + 1,
      )
    const second =
      story.schedule.steps.contribution.findIndex(({ key }) => key.startsWith('forward a(2)')) + 2
    const sentence = sentenceOf(story, 'contribution', second)
    expect(sentence).toContain('a(2)')
    expect(sentence).toContain('h(1)')
    expect(sentence).toMatch(/2.*3/)
    expect(at('backward h(2)')).toContain('∇a(3)')
  })

  it('a loss is told with its number, and the probability of its target', () => {
    const story = storyOf(hell, language)
    const { graph } = story.trace
    const finished =
      story.schedule.steps.variable.findIndex(({ key }) => key === 'forward L(2)') + 1
    const loss = valueOf(story.trace, graph.byKey.get('L(2)')!)[0]!
    expect(sentenceOf(story, 'variable', finished)).toContain(loss.toPrecision(3))
    const probability = story.dictionary.percent(Math.exp(-loss))
    expect(sentenceOf(story, 'variable', finished - 1)).toContain(probability)
    expect(sentenceOf(story, 'timeStep', 2)).toContain(probability)
  })

  it('the symbols that are read and wanted are told', () => {
    const story = storyOf(textNetwork('今天🙂天', '天🙂天今', 2), language)
    range(1, 4).forEach((t) => {
      expect(sentenceOf(story, 'timeStep', t)).toContain([...'今天🙂天'][t - 1])
      expect(sentenceOf(story, 'timeStep', t)).toContain([...'天🙂天今'][t - 1])
    })
    expect(sentenceOf(story, 'variable', 0)).toContain('今')
  })

  it('before the first step it is the same at every grain', () => {
    const story = storyOf(hell, language)
    expect(new Set(grains.map((grain) => sentenceOf(story, grain, 0))).size).toBe(1)
  })
})

it('of a variable that is not computed yet no number is told', () => {
  for (const language of languages) {
    const story = storyOf(hell, language)
    const yhat = story.trace.graph.byKey.get('yhat(2)')!
    const ready = story.schedule.valueReady[yhat.id]!
    expect(aboutNode(story, yhat, ready)).toContain('%')
    expect(aboutNode(story, yhat, ready - 1)).not.toContain('%')
  }
})

it('the activation is named by its name in the language', () => {
  for (const activation of activations)
    for (const language of languages) {
      const network = { ...hell, architecture: { ...hell.architecture, activation } }
      const story = storyOf(network, language)
      const finished =
        story.schedule.steps.variable.findIndex(({ key }) => key === 'forward h(2)') + 1
      const name = dictionaries[language].functions[activation]
      expect(sentenceOf(story, 'variable', finished)).toContain(name)
      expect(aboutNode(story, story.trace.graph.byKey.get('h(2)')!, 0)).toContain(name)
    }
})

it('the two languages tell every step in words of their own', () => {
  const [english, chinese] = languages.map((language) => storyOf(hell, language))
  for (const grain of grains) {
    const other = sentences(chinese!, grain)
    sentences(english!, grain).forEach((sentence, i) => expect(sentence).not.toBe(other[i]))
    for (const sentence of other) expect(sentence).toMatch(/\p{Script=Han}/u)
  }
})

describe('a step of the way back', () => {
  it('is said to bring a gradient to whatever has one, in every wiring', () => {
    for (const wiring of wirings) {
      const network = createNetwork(3, {
        ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 3, activation: 'tanh' },
        ...{ inputs: 'classes', targets: 1, hasInitialState: true, wiring },
      })
      const story = storyOf(network, 'en')
      story.schedule.steps.variable.forEach((step, i) => {
        if (step.phase === 'backward')
          expect(sentenceOf(story, 'variable', i + 1)).not.toMatch(/no gradient|gets its/)
      })
    }
  })
})
