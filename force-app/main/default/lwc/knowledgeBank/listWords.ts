import { bankLabels, expertLabels, knowledgeLabels as labels } from 'c/labels';
import { VIEWS, type View } from './browse';

export interface EmptyWords {
  readonly heading: string;
  readonly message: string;
}

/** The lists with their names. */
export function nameViews(): { value: View; label: string }[] {
  const words: Readonly<Record<View, string>> = {
    discussions: labels.viewDiscussions,
    unanswered: labels.viewUnanswered,
    mine: labels.viewMine,
    asked: expertLabels.viewAsked,
    following: labels.viewFollowing,
  };
  return VIEWS.map((value) => ({ value, label: words[value] }));
}

/** What is said where a list of questions is empty; of a topic the list may have others. */
export function wordEmptyList(view: View, tagId: string): EmptyWords {
  if (tagId !== '') return { heading: bankLabels.topicTitle, message: bankLabels.topicMessage };
  const words: Readonly<Record<View, EmptyWords>> = {
    discussions: { heading: labels.nothingHereTitle, message: labels.nothingHereMessage },
    unanswered: { heading: bankLabels.unansweredTitle, message: bankLabels.unansweredMessage },
    mine: { heading: bankLabels.mineTitle, message: bankLabels.mineMessage },
    asked: { heading: bankLabels.askedTitle, message: bankLabels.askedMessage },
    following: { heading: bankLabels.followingTitle, message: bankLabels.followingMessage },
  };
  return words[view];
}

/** What is said where a search shows nothing; `isBare` where it does not say yet what is asked for. */
export function wordEmptySearch(isBare: boolean): EmptyWords {
  if (isBare) return { heading: bankLabels.whoTitle, message: bankLabels.whoMessage };
  return { heading: labels.nothingFoundTitle, message: labels.nothingFoundMessage };
}
