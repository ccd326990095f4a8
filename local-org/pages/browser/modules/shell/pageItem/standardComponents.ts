import DetailPanel from 'shell/detailPanel';
import HighlightsPanel from 'shell/highlightsPanel';
import Path from 'shell/path';
import RelatedList from 'shell/relatedList';
import RelatedLists from 'shell/relatedLists';
import RichText from 'shell/richText';

/** The standard components that pages may place, by the name FlexiPages use. Others say that they are missing. */
export const standardComponents: Readonly<Record<string, unknown>> = {
  'force:highlightsPanel': HighlightsPanel,
  'force:detailPanel': DetailPanel,
  'force:recordDetailPanelMobile': DetailPanel,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedList,
  'lst:dynamicRelatedList': RelatedList,
  'runtime_sales_pathassistant:pathAssistant': Path,
  'flexipage:richText': RichText,
};
