/** EntryDetail: the words of one entry of the ledger, opened, in every language; they come with it. */
import type { Widened } from './widened'

const en = {
  close: 'Close the entry',
  product: 'Outer product',
  large: (rows: number, columns: number) =>
    `An outer product of ${rows} × ${columns} numbers, too many to write out here.`,
  shareOf: (entry: string, t: number, value: string) => `Step ${t} adds ${value} to ${entry}`,
  addsTo: (t: number) => `Step ${t} adds to`,
  sumOfAll: 'sum of all steps',
  openSum: (entry: string) => `What all steps add to ∇${entry}`,
  sumHeading: 'Added to what came from later steps',
  sumFrom: (t: number) => `sum from step ${t} on`,
  sumAfter: (t: number) => `sum of the steps later than ${t}`,
  direct: 'direct',
  directText: (parameter: string, t: number) =>
    `As if step ${t} had a copy of ${parameter} of its own, and that copy alone were moved.`,
  totalName: 'total',
  totalText: (parameter: string) =>
    `The one ${parameter} is moved, at all steps at once: the sum of the direct ones.`,
}

export type EntryDetailWords = Widened<typeof en>

const zh: EntryDetailWords = {
  close: '关闭这一项',
  product: '外积',
  large: (rows, columns) => `${rows} × ${columns} 的外积，数太多，不在这里逐个写出。`,
  shareOf: (entry, t, value) => `第 ${t} 步给 ${entry} 加上 ${value}`,
  addsTo: (t) => `第 ${t} 步加到`,
  sumOfAll: '各步之和',
  openSum: (entry) => `各步对 ∇${entry} 的全部贡献`,
  sumHeading: '加到后面各步之和上',
  sumFrom: (t) => `从第 ${t} 步起的和`,
  sumAfter: (t) => `比第 ${t} 步晚的各步之和`,
  direct: '直接导数',
  directText: (parameter, t) => `如同第 ${t} 步有自己的一份 ${parameter}，并且只改动这一份。`,
  totalName: '全导数',
  totalText: (parameter) =>
    `改动唯一的 ${parameter}，所有时间步同时随之改变：等于各步直接导数之和。`,
}

export const entryDetailWords = { en, zh }
