import {
  instructionRule,
  outcomeRestatesRule,
  responsiblePostRule,
  resultEvidenceRule,
  sharedActivityRule,
} from './advice.rule.js';
import { agencyKindsRule } from './agency-kinds.rule.js';
import { agencyNamesRule } from './agency-names.rule.js';
import { announcedListsRule } from './announced-lists.rule.js';
import { answeredFindingsRule } from './answered-findings.rule.js';
import { claimsRule, missedTargetsRule, targetsRule } from './claims.rule.js';
import { codeExistsRule, codeGlyphRule } from './codes.rule.js';
import { compoundsRule } from './compounds.rule.js';
import { confusionsRule } from './confusions.rule.js';
import { copiedCellsRule } from './copied-cells.rule.js';
import { dateOutsideYearRule, impossibleDateRule, measureYearRule, weekdayRule } from './dates.rule.js';
import { differencesRule } from './differences.rule.js';
import { directionsRule } from './directions.rule.js';
import { doubledWordsRule } from './doubled-words.rule.js';
import { duplicatePassagesRule, duplicateTitlesRule } from './duplicates.rule.js';
import { emptyCellsRule } from './empty-cells.rule.js';
import { headerDriftRule } from './header-drift.rule.js';
import { indicatorNamesRule } from './indicator-names.rule.js';
import { lawYearsRule } from './law-years.rule.js';
import { levelsRule } from './levels.rule.js';
import { homePageLinksRule } from './links.rule.js';
import { misspellingsRule } from './misspellings.rule.js';
import { mixedLanguageRule } from './mixed-language.rule.js';
import { mixedSpellingRule } from './mixed-spelling.rule.js';
import { nearMissesRule } from './near-misses.rule.js';
import { numberingRule } from './numbering.rule.js';
import { officesRule } from './offices.rule.js';
import { parentsRule } from './parents.rule.js';
import { percentagesRule } from './percentages.rule.js';
import { periodsRule, resultDateRule } from './periods.rule.js';
import { personalDataRule } from './personal-data.rule.js';
import { ownPlaceRule, placesRule } from './places.rule.js';
import { commasRule, dashesRule, gluedEraRule } from './punctuation.rule.js';
import { quotedTitlesRule } from './quoted-titles.rule.js';
import { resultOrderRule, resultsFollowRule } from './results-follow.rule.js';
import type { Rule } from './rule.js';
import { signatureRule } from './signature.rule.js';
import { amountWordsRule } from './amount-words.rule.js';
import { sumsRule } from './sums.rule.js';
import { subdistrictsRule } from './subdistricts.rule.js';
import { termsRule } from './terms.rule.js';
import { extremesRule, rankOrderRule, scoreRangeRule, totalsRule } from './totals.rule.js';
import { twoStatementsRule } from './two-statements.rule.js';
import { spacedLettersRule, unicodeRule } from './unicode.rule.js';
import { unfinishedRule } from './unfinished.rule.js';
import { unprintableRule } from './unprintable.rule.js';
import { unreadEvidenceRule } from './unread-evidence.rule.js';
import { basisYearRule, yearsRule } from './years.rule.js';

/** Every rule of the proof-reader, in the order of DOMAIN 5.4: names, years, numbers, structure, codes, words, form. */
export const RULES: readonly Rule[] = [
  agencyNamesRule,
  agencyKindsRule,
  placesRule,
  ownPlaceRule,
  subdistrictsRule,
  officesRule,
  yearsRule,
  basisYearRule,
  impossibleDateRule,
  weekdayRule,
  lawYearsRule,
  dateOutsideYearRule,
  measureYearRule,
  periodsRule,
  resultDateRule,
  differencesRule,
  directionsRule,
  levelsRule,
  totalsRule,
  scoreRangeRule,
  extremesRule,
  rankOrderRule,
  sumsRule,
  percentagesRule,
  amountWordsRule,
  claimsRule,
  targetsRule,
  missedTargetsRule,
  numberingRule,
  parentsRule,
  emptyCellsRule,
  copiedCellsRule,
  duplicateTitlesRule,
  duplicatePassagesRule,
  quotedTitlesRule,
  unfinishedRule,
  announcedListsRule,
  headerDriftRule,
  resultsFollowRule,
  resultOrderRule,
  answeredFindingsRule,
  codeGlyphRule,
  codeExistsRule,
  indicatorNamesRule,
  termsRule,
  compoundsRule,
  doubledWordsRule,
  misspellingsRule,
  nearMissesRule,
  confusionsRule,
  spacedLettersRule,
  unicodeRule,
  unprintableRule,
  homePageLinksRule,
  personalDataRule,
  unreadEvidenceRule,
  signatureRule,
  commasRule,
  gluedEraRule,
  dashesRule,
  responsiblePostRule,
  outcomeRestatesRule,
  instructionRule,
  resultEvidenceRule,
  sharedActivityRule,
  twoStatementsRule,
  mixedLanguageRule,
  mixedSpellingRule,
];
