/** Names: what a cell's variables and parameters are called in the book, for tests of what is written. */
import type { Cell } from '../src/engine/cells/cell'
import { type Names, createNames } from '../src/notation/names'

export const nameWords = { weight: 'weight', bias: 'bias', plus: 'plus' }

export const bookNames = (cell: Cell): Names => createNames(cell, 'book', nameWords)
