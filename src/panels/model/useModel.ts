/** The hooks by which the panels of the graphical model reach its store, its words and what follows from the network. */
import { useStore } from 'zustand'
import { modelWords } from '../../i18n/model/modelWords'
import type { ModelWords } from '../../i18n/model/en'
import { type ModelFacts, modelFactsOf } from '../../store/model/modelFacts'
import { type ModelState, type ModelStore, modelStoreOf } from '../../store/model/modelStore'
import { useUnfold, useValue, useWords } from '../useUnfold'

export const useModelStore = (): ModelStore => modelStoreOf(useUnfold())

export const useModel = <T>(selector: (state: ModelState) => T): T =>
  useStore(useModelStore(), selector)

export const useModelWords = (): ModelWords => useWords(modelWords)

export const useModelFacts = (): ModelFacts =>
  modelFactsOf(useValue(({ document }) => document.network))
