/** English: every text of the interface. Other languages are typed by this one. */
import type { PatternId } from '../engine/network'
import type { Absence } from '../engine/operation'
import type { Role } from '../engine/cells/cell'
import type { OperationName } from '../engine/operations'
import type { Grain } from '../engine/schedule'
import type { Notation } from '../notation/notations'
import type { Facts } from './facts'
import type { Widened } from './widened'

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const list = (items: readonly string[]) => lists.format(items)
const plurals = new Intl.PluralRules('en')
const counts = new Intl.NumberFormat('en')
const count = (n: number) => counts.format(n)
const plural = (n: number, one: string, other: string) =>
  `${count(n)} ${plurals.select(n) === 'one' ? one : other}`
// Made once: making one costs more than a sentence may.
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumSignificantDigits: 2,
})
const quoted = (symbol: string) => `“${symbol}”`

const roles: Readonly<Record<Role, string>> = {
  input: 'input',
  preactivation: 'pre-activation',
  state: 'hidden state',
  logits: 'logits',
  probabilities: 'predicted probabilities',
  target: 'target',
  draw: 'random number',
  fedBack: 'symbol fed back',
  stepLoss: 'loss of one step',
  loss: 'total loss',
  stopLogit: 'score of stopping',
  stopProbability: 'probability of stopping',
  stopTarget: 'stop or not',
  stopLoss: 'loss of stopping or not',
  remaining: 'steps left',
}

const functions: Readonly<Record<OperationName, string>> = {
  affine: 'weighted sum',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu: 'relu',
  identity: 'identity',
  softmax: 'softmax',
  crossEntropy: 'cross-entropy',
  oneHotCrossEntropy: 'cross-entropy',
  binaryCrossEntropy: 'binary cross-entropy',
  argmax: 'the most likely symbol',
  sample: 'a symbol drawn at random',
  sum: 'sum',
}

const applied = (operation: OperationName | null, what: string) =>
  operation && operation !== 'identity'
    ? `${functions[operation]} of ${what}`
    : `${what} itself (${functions.identity})`

/** Of what stands for the output of step 0. */
const fedStart = 'A given start: it is fed back into step 1 in place of an output.'

/** What each variable is, in one sentence for somebody who has not met it. */
const about: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ t, reads }) =>
    reads
      ? `What the network reads at step ${t}: the symbol ${quoted(reads)}, as a vector with a single 1.`
      : `What the network reads at step ${t}.`,
  preactivation: ({ sources }) =>
    `A weighted sum of ${list(sources)}, plus a bias: the state before its activation function.`,
  state: ({ t, operation, isPassedOn }) =>
    t === 0
      ? 'The state before anything has been read.'
      : !isPassedOn
        ? `The state of step ${t}: ${applied(operation, 'the pre-activation')}. Only its own output reads it.`
        : `What the network remembers after step ${t}: ${applied(operation, 'the pre-activation')}. Every later step is computed from it.`,
  logits: ({ t }) =>
    t === 0
      ? fedStart
      : 'One score for each symbol. The higher the score, the more likely the symbol.',
  probabilities: ({ t, wants, probability }) =>
    t === 0
      ? fedStart
      : wants && probability
        ? `The scores as probabilities that sum to 1. The symbol wanted here, ${quoted(wants)}, gets ${probability}.`
        : 'The scores as probabilities that sum to 1.',
  target: ({ t, wants }) =>
    t === 0
      ? fedStart
      : wants
        ? `What the network should say at step ${t}: ${quoted(wants)}.`
        : `Step ${t} has no target.`,
  draw: ({ t }) =>
    `The random number of step ${t}, between 0 and 1: it decides which symbol is drawn.`,
  fedBack: ({ t, sources, operation, isPassedOn }) =>
    operation
      ? `What step ${t} says: ${functions[operation]}, by ${list(sources)}, as a vector with a single 1.${isPassedOn ? ' The next step reads it.' : ''}`
      : fedStart,
  stepLoss: ({ wants }) =>
    wants
      ? `How surprised the network is by ${quoted(wants)}: minus the logarithm of the probability it gave it.`
      : 'Minus the logarithm of the probability of the target.',
  loss: () => 'The losses of all steps, added. Learning means to make this number smaller.',
  stopLogit: () => 'One score: the higher, the more likely the sequence stops here.',
  stopProbability: () => 'The probability that the sequence stops here.',
  stopTarget: ({ t }) => `Did the sequence stop at step ${t}? 1 or 0.`,
  stopLoss: () => 'Minus the logarithm of the probability of what it did: stop, or go on.',
  remaining: () => 'How many steps are left: it tells the state how near the end is.',
}

/** What a forward step has just done. */
const forward: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ name }) => `${name} is read.`,
  preactivation: ({ name, sources, reads, t }) =>
    t === 1 && reads
      ? `${name} adds what the first symbol ${quoted(reads)} brings to the start, ${sources[0]}.`
      : `${name} adds up what ${list(sources)} bring${reads ? `: the new symbol ${quoted(reads)} meets the past` : ''}.`,
  state: ({ name, operation, t, reads, isPassedOn }) =>
    `${name} is ${applied(operation, 'the sum')}: the ${isPassedOn ? 'memory' : 'state'} after ${reads ? `reading ${quoted(reads)}` : `step ${t}`}.`,
  logits: ({ name, sources }) => `${name} reads a score for each symbol out of ${list(sources)}.`,
  probabilities: ({ name, wants, probability }) =>
    `${name} turns the scores into probabilities${wants && probability ? `; the wanted ${quoted(wants)} gets ${probability}` : ''}.`,
  target: ({ name }) => `${name} is given.`,
  draw: ({ name }) => `${name} is given.`,
  fedBack: ({ name, sources, operation, isPassedOn }) =>
    `${name} is ${functions[operation ?? 'argmax']}, by ${list(sources)}${isPassedOn ? ': the next step reads it' : ''}.`,
  stepLoss: ({ name, value, wants }) =>
    `${name} = ${value}: minus the logarithm of the probability that ${wants ? quoted(wants) : 'the target'} got.`,
  loss: ({ value }) =>
    `L = ${value}: the losses of all steps, added. From here the error flows back.`,
  stopLogit: ({ name, sources }) => `${name} reads a score for stopping out of ${list(sources)}.`,
  stopProbability: ({ name }) => `${name} turns the score into a probability.`,
  stopTarget: ({ name }) => `${name} is given.`,
  stopLoss: ({ name, value }) => `${name} = ${value}: the price for stopping or going on.`,
  remaining: ({ name }) => `${name} is read.`,
}

/** Of what stands for step 0 the way back ends. */
const received = ({ name, sources, t }: Facts): string =>
  sources.length === 0
    ? `Nothing on the way to the loss reads it: ${name} is 0.`
    : `${name} gets what ${list(sources)} sends back${t === 0 ? ': the way back ends here' : ''}.`

const waysOf = ({ name, ways }: Facts): string => {
  const between = `from ${name.slice(1)} to the loss`
  if (ways === 0) return `no way leads ${between}, so it is 0`
  return ways === 1
    ? `one way leads ${between}`
    : `${ways === 2 ? 'two' : 'several'} ways lead ${between}`
}

/** What a backward step has just done. */
const backward: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ name }) =>
    `${name}: how the loss would change with the input. It is no parameter, so the gradient ends here.`,
  preactivation: ({ name, operation, sources }) =>
    operation && operation !== 'identity'
      ? `${name}: ${list(sources)} passes back through ${functions[operation]} and is scaled by its slope.`
      : `${name}: ${list(sources)} passes back as it is, for the slope of the ${functions.identity} is 1.`,
  state: (facts) => {
    const { name, sources, t } = facts
    if (sources.length > 1) return `${name} adds what ${list(sources)} send back: ${waysOf(facts)}.`
    return t === 0 || sources.length === 0
      ? received(facts)
      : `${name} gets what ${list(sources)} sends back: ${waysOf(facts)}.`
  },
  logits: ({ name, wants, sources, t }) => {
    // Where the output is fed back, something comes from the next step, too.
    const next = list(sources.filter((source) => !source.startsWith('∇L(')))
    if (t === 0) return `${name} gets what ${next} sends back: the way back ends here.`
    if (next)
      return wants
        ? `${name}: prediction minus target, plus what ${next} sends back.`
        : `${name}: no target here, only what ${next} sends back.`
    return wants
      ? `${name}: prediction minus target. Too little on ${quoted(wants)}, too much on the rest.`
      : `${name}: this step has no target, so no error starts here.`
  },
  probabilities: received,
  target: received,
  draw: received,
  fedBack: ({ name }) => `${name} gets what comes back to it; it ends here.`,
  stepLoss: ({ name }) => `${name} is 1: ${name.slice(1)} counts once in the sum.`,
  loss: () => 'The way back begins at the loss: ∂L/∂L = 1.',
  stopLogit: ({ name }) => `${name}: probability of stopping minus what happened.`,
  stopProbability: received,
  stopTarget: received,
  stopLoss: ({ name }) => `${name} is 1: ${name.slice(1)} counts once in the sum.`,
  remaining: received,
}

export const en = {
  list,
  count,
  percent: (p: number) => percent.format(p),

  roles,
  /** Of what is given at t = 0. */
  starts: { state: 'initial state', output: 'start, in place of an output' },
  functions,
  about,
  narration: {
    start: ({ reads, tau, isTouched }: { reads: string | null; tau: number; isTouched: boolean }) =>
      `Ready. ${isTouched ? 'Tap Play, or ▸ for one step' : 'Press Play, or → for one step'}: a recurrent network reads ${reads ? quoted(reads) : `${tau} inputs`}, then the error flows back.`,
    forward,
    backward,
    forwardTime: ({ t, reads, wants, probability, value }: Facts) =>
      `Step ${t}${reads ? ` reads ${quoted(reads)}` : ''}${
        wants && probability
          ? ` and gives the wanted ${quoted(wants)} ${probability}: loss ${value}`
          : ''
      }.`,
    backwardTime: ({ t, parameters }: Facts) =>
      `The error flows back through step ${t}, which adds its share to ${list(parameters)}.`,
    share: ({ t, parameters }: Facts) =>
      `Step ${t} adds its share to the gradient of ${list(parameters)}: the same numbers are used at every step.`,
    arrives: ({ name, sources, part, parts }: Facts) =>
      `${name}: ${list(sources)} ${sources.length > 1 ? 'arrive' : 'arrives'} (${part} of ${parts}).`,
    together: {
      forward: (names: readonly string[], tau: number) =>
        `${list(names)} at all ${tau} steps at once: no step waits for another.`,
      backward: (names: readonly string[], tau: number) =>
        `${list(names)} at all ${tau} steps at once: no gradient passes from step to step.`,
      share: (names: readonly string[], tau: number) =>
        `All ${tau} steps add their shares to ${list(names)} at once.`,
      forwardStep: (tau: number) =>
        `All ${tau} steps are computed at once: each reads the true y of the step before, none waits for another.`,
      backwardStep: (tau: number) =>
        `The error of each of the ${tau} steps flows back through its own step alone, all at once.`,
    },
    stops: (place: string, value: string) =>
      value === 'NaN'
        ? `${place} is not a number (NaN): the run stops here.`
        : `${place} is ${value}, not a finite number: the run stops here.`,
    phase: { forward: 'forward', backward: 'backward' },
  },

  summary: (steps: number, hidden: number, isTouched: boolean) =>
    `A recurrent network with ${plural(hidden, 'hidden unit', 'hidden units')}, unfolded over ${plural(steps, 'time step', 'time steps')}. ${
      isTouched
        ? 'The buttons step; tap a variable to select it.'
        : 'On the graph, the arrow keys step through the run, Enter leads to the variables; Page Down and Page Up step from anywhere. The question mark lists all keys.'
    }`,

  top: {
    reads: 'reads',
    shouldSay: 'should say',
    input: 'Input',
    target: 'Target',
    targetHint: (none: string) =>
      `One symbol for each input; “${none}” or a missing symbol means no target at that step`,
    inputEmpty: 'Type at least one symbol',
    inputVectors: (n: number) => plural(n, 'vector from the file', 'vectors from the file'),
    hidden: 'Hidden units',
    hiddenRange: (min: number, max: number) => `A whole number from ${min} to ${max}`,
    activation: 'Activation',
    seed: 'Seed',
    /** How weights are drawn. */
    scheme: 'LeCun uniform, ±√(3 / n) with n hidden units, biases 0',
    notSeeded: 'These weights are drawn from no seed; a number draws new ones',
    newWeights: 'New weights',
    newWeightsHint: (scheme: string) => `Draw all weights anew from the next seed (${scheme})`,
    undo: 'Undo',
    redo: 'Redo',
    file: 'File',
    language: 'Language',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    keys: 'Keys',
    settings: 'Settings',
    gestures: 'Gestures',
  },

  file: {
    input: 'Open network file',
    open: 'Open network…',
    save: 'Save network',
    downloadTrace: 'Download trace',
    examples: 'Examples',
    example: {
      hello: 'hell → ello',
      memory: 'Copy the first symbol: abba → aaaa',
      forget: 'A gradient that fades: sigmoid, 10 steps',
      grow: 'A gradient that grows: identity, large weights',
      emoji: 'Any script: 今天🙂天',
    },
  },

  messages: {
    afresh: 'Start afresh',
    dismiss: 'Dismiss',
  },

  scenes: {
    label: 'View',
    loading: 'Loading…',
    names: {
      graph: 'Unfolded graph',
      table: 'Table',
      loop: 'How a loop becomes a graph',
      reach: 'Reach of a gradient',
      running: 'Teacher forcing',
      model: 'Graphical model',
    },
  },

  patterns: {
    label: 'Pattern',
    names: {
      everyStep: 'Output at every step',
      fedBack: 'Output fed back',
      atEnd: 'Output at the end',
    },
    feeds: 'teacher forcing, or on its own',
    hints: {
      everyStep: 'The state goes from step to step; every step puts something out (figure 10.3)',
      fedBack: 'Only what a step puts out goes to the next (figures 10.4 and 10.6)',
      atEnd:
        'The state goes from step to step; only the last step puts something out (figure 10.5)',
    } satisfies Record<PatternId, string>,
    absence: {
      discrete: 'No gradient: a class is one of a few, it cannot change by a little.',
      constant:
        'No gradient goes on to the step before: y is given with the data and does not depend on θ.',
      flat: 'No gradient goes on to the step before: the choice jumps, and between its jumps its derivative is 0.',
    } satisfies Record<Absence, string>,
  },

  transport: {
    label: 'Transport',
    toStart: 'To start',
    stepBack: 'Step back',
    play: 'Play',
    pause: 'Pause',
    stepForward: 'Step forward',
    toEnd: 'To end',
    speed: 'Speed',
    /** Heard; scripts know it by this name. What is seen has no word that learning has, too. */
    stepSize: 'Step size',
    stepLead: 'Each step is a',
    grains: {
      timeStep: 'Time step',
      variable: 'Variable',
      contribution: 'Contribution',
    } satisfies Record<Grain, string>,
    progress: (finished: number, all: number) => `${finished} / ${all}`,
  },

  timeline: {
    label: 'Timeline',
    forward: 'forward →',
    backward: '← backward',
    norm: '∥∇h∥',
    normLabel: (name: string) => `Length of the gradient of ${name} at each step`,
    time: (t: number) => `t = ${t}`,
    allTimes: (tau: number) => `t = 1 … ${tau}`,
  },

  stage: {
    unfolded: 'Unfolded graph',
    folded: 'Folded graph',
    unfoldedHeading: 'unfolded in time',
    foldedHeading: 'folded',
    targetless: 'no target',
    /** The letter of a variable, or ∇; what is said of the rest where there is room. */
    legendValue: (letter: string) => `values of ${letter}`,
    legendGradient: (letter: string) => `all gradients ${letter}`,
    legendRest: '; others differ',
    /** The end of a scale, until the largest number that it goes to is computed. */
    legendEnd: 'max',
    colours: 'Colours',
    region: 'Graph',
    foldedSteps: (n: number) => `… ${plural(n, 'step', 'steps')} …`,
    openFold: (n: number, from: number, to: number) =>
      `${plural(n, 'step', 'steps')} folded away, t = ${from} to ${to}. Open`,
    fold: 'Fold the middle',
    wider: 'Wider columns',
    narrower: 'Narrower columns',
    goTo: 'Go to variable',
    goToPlaceholder: 'h(3) or 3',
    goToLead: 'go to',
    goToHint: (matrix: string) =>
      `Go to a time step: 3; a variable: h(3), ŷ(2), L, ${matrix}; one number: ${matrix}[0][1], ∇h(3)[0]`,
    delay: 'delay of one step',
    node: ({
      key,
      values,
      gradient,
    }: {
      key: string
      values: string | null
      gradient: string | null
    }) =>
      `${key}: ${values ?? 'not computed yet'}${gradient === null ? '' : `; gradient ${gradient}`}`,
    symbol: (key: string, symbol: string) => `${key}: ${symbol}`,
    parameter: (name: string, size: number) => `${name}: ${plural(size, 'number', 'numbers')}`,
    none: 'no target',
  },

  inspector: {
    label: 'Inspector',
    startTitle: 'A recurrent network, unfolded',
    startText: (steps: number) =>
      `The same function, with the same weights, is applied ${plural(steps, 'time', 'times')}. Forward, it computes states and predictions; backward, every error flows back the way that led to it.`,
    untrained: 'The weights are random, drawn from the seed, not trained: expect poor guesses.',
    startEquations: 'What one step computes',
    gradientTitle: (role: string) => `gradient of L with respect to the ${role}`,
    lossGradientTitle: 'gradient of L with respect to itself',
    release: 'Follow the playhead',
    close: 'Close the inspector',
    given: 'Given, not computed.',
    equation: (number: string) => `Equation ${number} in Goodfellow et al., Deep Learning`,
    sharedRole: 'shared parameters',
    shared: 'Shared parameters: one sum over time',
    lossLine: 'Loss',
    probability: (target: string) => `p(${target})`,
  },

  /** What a control does, and the keys that do the same. */
  withKeys: (label: string, keys: string) => `${label} (${keys})`,

  explain: {
    equationOf: (name: string) => `Equation of ${name}`,
    term: (names: string) => `Term ${names}`,
    transposed: (name: string) => `${name} transposed`,
    numbers: 'numbers',
    hint: 'Rounded here: press a number for its parts in full.',
    /** What shapes beside an equation say. */
    shapes: {
      matrix: (rows: number, columns: number) =>
        `${plural(rows, 'row', 'rows')} × ${plural(columns, 'column', 'columns')}`,
      numbers: (n: number) => plural(n, 'number', 'numbers'),
      times: 'times',
    },
    fewer: 'fewer terms',
    allTerms: (n: number) => `all ${n} terms`,

    restoreCuts: (n: number) => `${count(n)} cut: restore`,

    softmax: 'Softmax and loss, opened',
  },

  checkAll: { open: 'Check every gradient…' },

  losses: {
    label: 'Losses that count',
    hint: 'Switch a loss off, and see which paths its error took',
    one: (t: number) => `L(${t})`,
    all: 'All',
    last: 'Only the last',
    off: (n: number) =>
      `${plural(n, 'loss is', 'losses are')} switched off: as if those steps had no target.`,
  },

  ledger: {
    parameter: 'Parameter',
    step: (t: number) => `step ${t}`,
    sum: 'sum',
    share: (parameter: string, t: number) => `What step ${t} adds to ∇${parameter}`,
    notYet: (parameter: string, t: number) =>
      `What step ${t} adds to ∇${parameter}: not computed yet`,
    soFar: (parameter: string, done: number, all: number) =>
      `∇${parameter}, the sum so far: ${done} of ${all}`,
    total: (parameter: string) => `∇${parameter}, the sum of all steps`,
    some: (from: number, to: number, all: number) =>
      `Steps ${from} to ${to} of ${count(all)} are shown; the sum is that of all.`,
    heldBack: (t: number) => `Cut: what step ${t} brings is not added.`,
  },

  names: {
    label: 'Notation',
    hint: 'What the parameters are called; files and traces keep the letters of the book: Goodfellow et al., Deep Learning',
    notations: { book: 'book', joined: 'from–to', torch: 'PyTorch' } satisfies Record<
      Notation,
      string
    >,
    /** Words in names, as they are said. */
    words: { weight: 'weight', bias: 'bias', plus: 'plus' },
  },
}

export type Dictionary = Widened<typeof en>
