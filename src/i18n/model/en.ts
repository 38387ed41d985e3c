/** English words of the view "Graphical model"; they come with its chunk. */
import type { NoChain } from '../../engine/model/chain'
import type { TableKind } from '../../engine/model/counts'
import type { EndingKind } from '../../engine/model/ending'
import type { PolicyKind } from '../../engine/model/sample'
import type { Widened } from '../widened'

const count = new Intl.NumberFormat('en')
const plurals = new Intl.PluralRules('en')
const plural = (n: number, one: string, other: string) =>
  `${count.format(n)} ${plurals.select(n) === 'one' ? one : other}`

export const en = {
  parts: 'Parts of this view',
  drawing: {
    title: 'One distribution, two drawings',
    whole: 'All numbers here are of the whole run; only the sampling follows the timeline.',
    scroller: 'Drawing',
    label: 'Graphical model',
    node: (name: string, symbol: string) => `${name}: known to be ${symbol}`,
    random: (name: string) => `${name}: random`,
    morph: 'Introduce h',
    without: 'without h',
    with: 'with h',
    place: (percent: number) =>
      `${percent}% of the way from the drawing without h to the one with h`,
    withoutText:
      'Without h, every y depends on every earlier y directly: an edge from each to each later one (figure 10.7). Nothing is assumed, so nothing is saved.',
    withText:
      'With h, what came before y(t) reaches it through h(t) alone (figure 10.8). h(t) is a function of h(t−1) and of the symbol read: it adds no chance of its own; it is a short way to write the same dependence.',
    cutText:
      'Here no h leads to the next h: y(t−1) alone reaches y(t). The longer edges are gone, and with them every dependence on an earlier past: cheap, but an assumption.',
    betweenText: 'On the way: the edge from each earlier y to a later one is led through h.',
    legend: 'Legend',
    random_: 'random: has a distribution',
    observed: 'observed: its value is known',
    deterministic: 'deterministic: a function of its parents',
    cut: (shown: number, tau: number) => `The first ${shown} of ${tau} steps are drawn.`,
  },
  count: {
    title: 'How many numbers it takes',
    table: 'a full table',
    network: 'this network, |θ|',
    tables: {
      sequences:
        'One number for each sequence of y, with k classes in τ places; they sum to 1, so one less. Tables of P(y(t) | past) for every t need as many: without h, the edges save nothing.',
      steps:
        'Given x, no y here depends on another y. So a full table lists P(y(t) | x(1), …, x(t)): for each t, and for each way in which the inputs may run until then, k − 1 numbers for k classes (they sum to 1).',
      last: 'There is one y, at the end. So a full table lists P(y | x(1), …, x(τ)): for each sequence of inputs, k − 1 numbers for k classes (they sum to 1).',
    } satisfies Record<TableKind, string>,
    noTable:
      'What is read here are vectors of any numbers: no table can list them all, so there is none to compare with.',
    networkNote: 'What h saves: τ is nowhere in |θ|, so a longer sequence needs no more numbers.',
    saves: (table: string, network: string, tau: number) =>
      `At τ\u00A0=\u00A0${tau}, ${network} numbers take the place of ${table}.`,
    crossing: (tau: number, symbols: number) =>
      `From τ\u00A0=\u00A0${tau} on the table is larger, and each further step makes it about ${symbols} times as large.`,
    axis: 'numbers to store, on a log scale, over τ',
    plot: (table: string, network: string, tau: number) =>
      `Plot over τ: the table grows exponentially and has ${table} numbers at τ\u00A0=\u00A0${tau}; the network has ${network} at every τ.`,
    stationary:
      'The price is an assumption: the same θ at every step. So the rule by which the next y follows from the past cannot change with t (it is stationary).',
  },
  chain: {
    title: 'The chain, with numbers',
    lead: 'Each factor is one entry of ŷ(t), in a run where step t reads y(t−1).',
    isRun: 'It is the run of the unfolded graph.',
    isOther:
      'It is another run than that of the unfolded graph: here each step reads the symbol that the step before should say.',
    filled: (steps: string) =>
      `No target at t\u00A0=\u00A0${steps}; the most likely symbol stands there.`,
    besides:
      'Each step also reads x(t), which is given: every probability here is one given x(1), …, x(τ).',
    reads: 'reads',
    start: 'start',
    factor: 'factor',
    product: 'product so far',
    rest: (steps: number) => `… ${plural(steps, 'more step', 'more steps')} …`,
    equal: (product: string, loss: string) =>
      `The product is ${product}; exp(−L) of the same run is ${loss}.`,
    equalFilled: (product: string, loss: string) =>
      `The product is ${product}; exp(−L) with every y(t) of this sequence as a target is ${loss}. L of the unfolded graph counts only the steps that have a target.`,
    caption: 'The factors of the probability of the sequence on the screen',
  },
  joint: {
    title: 'Every sequence',
    lead: (sequences: number, tau: number) =>
      `All ${count.format(sequences)} sequences of ${plural(tau, 'step', 'steps')} were run. Their probabilities sum to`,
    /** After the sum. */
    stop: '.',
    prefix: (tau: number, shown: number) =>
      `These are the first ${shown} of ${tau} steps, because at most ${count.format(4096)} sequences are listed. What comes later does not change their probabilities.`,
    likely: 'The most likely',
    onScreen: 'on the screen',
    sequence: 'sequence',
    probability: 'probability',
    rest: (sequences: number) => `${plural(sequences, 'other sequence', 'other sequences')}`,
    none: 'There are too many classes: not even the sequences of one step can be enumerated.',
  },
  query: {
    title: 'Ask the model',
    lead: 'Choose a step to ask for, and what is known about the others. Or press a y in the drawing.',
    asked: 'Ask for',
    known: 'Known',
    knownAt: (t: number) => `Symbol known at step ${t}`,
    unknown: 'not known',
    answer: 'Answer',
    evidence: (probability: string) => `What is known has probability ${probability}.`,
    impossible: 'What is known has probability 0: the question has no answer.',
    easy: 'The easy direction: everything before it is known and nothing after it, so the answer is ŷ itself, from one forward run.',
    before: (terms: number) =>
      `Some of the past is not known, so it is summed out: ${plural(terms, 'sequence was', 'sequences were')} added up here.`,
    hard: (terms: number) =>
      `The hard direction: something later is known. Edges run forward, so no run of the network gives this; every way through what is missing has to be added up, ${plural(terms, 'sequence', 'sequences')} here, k times as many for each further missing step.`,
    clear: 'Forget what is known',
  },
  information: {
    title: 'What h carries',
    lead: 'How much y(i) still says about y(j) when every symbol between them is known, in bits.',
    carried:
      'If only the last symbol were remembered, all but the first diagonal would be 0. What stands there came through h: it remembers more.',
    nothing:
      'All but the first diagonal is 0: once the symbol just before is known, nothing earlier matters. In this network h(t) keeps no trace of it.',
    caption: 'Conditional mutual information in bits',
    cell: (i: number, j: number) => `y(${i}) about y(${j})`,
    short: 'It takes at least two steps.',
  },
  sample: {
    title: 'Ancestral sampling',
    lead: 'Step by step, along the timeline: ŷ(t) is a strip of length 1, a random number falls on it, the symbol there is drawn, and step t + 1 reads it.',
    label: 'Sampling, step by step',
    seed: 'Seed of this sample',
    seedHint: 'A whole number from 0 to 999,999; the same seed draws the same sample',
    next: 'Another sample',
    policy: 'How a symbol is taken',
    policies: {
      ancestral: 'Ancestral',
      temperature: 'Temperature',
      greedy: 'Greedy',
    } satisfies Record<PolicyKind, string>,
    notes: {
      ancestral: 'Drawn from ŷ(t): the distribution of the model.',
      temperature:
        'Drawn from ŷ(t)^(1/T), normalised anew: not the distribution of the model, but a sharper (T < 1) or flatter (T > 1) one.',
      greedy:
        'The most likely symbol of each step: not a sample, nothing is drawn, and not always the most likely sequence either.',
    } satisfies Record<PolicyKind, string>,
    temperature: 'Temperature T',
    waiting: 'Step forward (→) to draw the first symbol.',
    step: (t: number, draw: string, symbol: string) =>
      `Step ${t}: the number ${draw} falls on the stretch of ${symbol}.`,
    greedyStep: (t: number, symbol: string) => `Step ${t}: ${symbol} has the longest stretch.`,
    read: (t: number) => ` Step ${t} reads it.`,
    strip: (t: number, list: string) => `ŷ(${t}): ${list}`,
  },
  many: {
    title: 'Many samples',
    size: 'How many samples',
    draw: (samples: number) => `Draw ${count.format(samples)} samples`,
    cancel: 'Cancel',
    progress: (done: number, all: number) =>
      `${count.format(done)} of ${count.format(all)} samples`,
    lead: 'Counted in the background and laid beside the exact joint. The bracket is the exact share ± two sampling errors, 2·√(p(1−p)/N): 19 of 20 dots should be inside.',
    exact: 'exact',
    sampled: 'sampled',
    sequence: 'sequence',
    error: 'sampling error',
    chart: (shares: string) => `Shares of the most likely sequences, exact and sampled: ${shares}`,
    agrees: (statistic: string, degrees: number, p: string) =>
      `χ² = ${statistic} with ${degrees} degrees of freedom, p = ${p}: chance alone can explain the difference (level 0.01).`,
    disagrees: (statistic: string, degrees: number, p: string) =>
      `χ² = ${statistic} with ${degrees} degrees of freedom, p = ${p}: chance alone can hardly explain the difference (level 0.01).`,
    notModel: 'No wonder: this is not how the model’s own distribution is drawn.',
    stale: 'Drawn with other settings than those chosen now.',
  },
  ending: {
    title: 'Three ways to end',
    choose: 'How a sequence ends',
    kinds: {
      symbol: 'End symbol',
      stop: 'Output “stop?”',
      length: 'Length first',
    } satisfies Record<EndingKind, string>,
    about: {
      symbol:
        'One symbol of the vocabulary means the end: a sequence stops when it is drawn. Nothing is added to the network, but it only works where the vocabulary can have such a symbol.',
      stop: 'Each step has one more output: a score z(t), and from it the probability p(t) of stopping. After y(t) it is drawn whether to stop: m(t) marks the end, 1 if the sequence ends here, else 0. The last line is the loss of this output, which training adds to L. It works for any kind of y, numbers too.',
      length:
        'An output of its own gives P(τ); τ is drawn before anything else. Every step then also reads n(t) = τ − t, the steps that are left; without it a sequence would break off in the middle.',
    } satisfies Record<EndingKind, string>,
    scheme: {
      symbol: 'Drawing: h to y at each step; the last y is the end symbol.',
      stop: 'Drawing: at each step h leads to y and to a random node m: end, or not.',
      length: 'Drawing: a random node τ leads to every h, through the number of steps left.',
    } satisfies Record<EndingKind, string>,
    adds: (names: string, numbers: number) =>
      `It adds ${names}: ${plural(numbers, 'number', 'numbers')} more in |θ|.`,
    addsNothing: 'It adds no parameter.',
    addsScores: (numbers: number) => `And ${plural(numbers, 'score', 'scores')} for τ.`,
    weights: 'They are drawn from the seed at the top, not learnt.',
    symbol: 'End symbol',
    bias: 'Added to the score of ending',
    lengths: 'How long sequences are',
    chart: (shares: string) =>
      `Probability that a sequence ends with step n, exact and sampled: ${shares}`,
    end: 'ends with step',
    exact: 'exact',
    sampled: (samples: number) => `${count.format(samples)} samples`,
    longer: 'longer',
    exactNote: (steps: number) =>
      `Exact up to step ${steps}, summed over every way to get there; “longer” is what is left of 1.`,
    lengthNote: 'Exact: the length does not depend on the symbols.',
    mean: (mean: string) => `Mean length of the samples: ${mean}.`,
    cut: (steps: number, share: string) => `${share} were cut after ${steps} steps.`,
    examples: 'The first samples',
    progress: (done: string, all: string) => `${done} of ${all} samples`,
    cancel: 'Cancel',
    again: 'Draw again',
    failed: 'The samples could not be drawn.',
    stale: 'Drawn for another choice; being drawn anew.',
    unsaved:
      'An ending belongs to this view alone: a saved network file has no place for it, and neither saving nor a trace is changed by what is chosen here.',
  },
  notFinite: (name: string) =>
    `${name} is not finite: this network gives no probabilities for its sequence. The other views stop there and say why.`,
  /** Why symbols do not depend on each other through this network. */
  noChain: {
    atEnd:
      'This network has one output, at the end: one y, not a sequence of them. So there is no chain to draw, to ask or to sample from.',
    fedBack:
      'What this network feeds back follows from x: no y is drawn, and then read. So, given x, the symbols do not depend on each other, and there is no chain to draw, to ask or to sample from.',
    unread:
      'This network does not read what it puts out: its output symbols are not all among its inputs. So, given x, the symbols do not depend on each other, and there is no chain to draw, to ask or to sample from.',
  } satisfies Record<NoChain, string>,
  noEnding:
    'Ways to end a sequence are not offered here: this network reads a given x at every step, so it cannot go on beyond the last x. The length of y is given with x.',
  openExample: (title: string) => `Open an example that has all of this: ${title}`,
}

export type ModelWords = Widened<typeof en>
