package boilerplate

var featureNames = [firstMark]string{
	fBias: "bias", fProse: "prose", fChars25: "chars_25", fChars60: "chars_60", fChars120: "chars_120", fChars240: "chars_240", fChars480: "chars_480",
	fOneWord: "one_word", fFewWords: "few_words", fLinked10: "linked_10", fLinked30: "linked_30", fLinked60: "linked_60", fLinked90: "linked_90", fNoLink: "no_link",
	fSentence: "sentence", fSentences: "sentences", fCommas: "commas", fDigits: "digits", fCapitals: "capitals", fStrong: "strong", fEndsOpen: "ends_open", fEndsWhole: "ends_whole",
	fHeading1: "h1", fHeading2: "h2", fHeading3: "h3", fHeading4: "h4", fListItem: "list_item", fBlockQuote: "blockquote", fCaption: "caption", fTable: "table", fPreformatted: "preformatted",
	fParagraphTag: "p", fDivTag: "div", fOtherTag: "other_tag", fRegion: "region", fNearRegion: "near_region", fBeforeProse: "before_prose", fAfterProse: "after_prose", fFirstHalf: "first_half",
	fPrevProse: "prev_prose", fNextProse: "next_prose", fPrevLink: "prev_link", fNextLink: "next_link", fPrevHeading: "prev_heading", fNextHeading: "next_heading", fPrevItem: "prev_item", fNextItem: "next_item",
	fAroundProse: "around_prose", fParentMost: "parent_most", fParentSome: "parent_some", fParentNone: "parent_none", fGrandMost: "grand_most", fGrandSome: "grand_some",
	fInBody: "in_body", fNotInBody: "not_in_body", fDescription: "description", fTitle: "title", fAfterHeadline: "after_headline", fRepeated: "repeated", fOnlyLink: "only_link", fManyLinks: "many_links",
	fLocalMost: "local_most", fLocalSome: "local_some", fNear: "near", fAfterFooter: "after_footer", fAfterComments: "after_comments", fBeforeHeadline: "before_headline", fClose: "close", fCore: "core", fBeforeComments: "before_comments", fNoProseBefore: "no_prose_before", fNoProseBehind: "no_prose_behind", fBoxesBefore: "boxes_before", fBoxesBehind: "boxes_behind",
	fPathMost: "path_most", fPathSome: "path_some", fPathLittle: "path_little", fPathAlone: "path_alone", fWindow20: "window_20", fWindow50: "window_50", fWindow80: "window_80", fWindowLinked: "window_linked",
	fWordsNowhere: "words_nowhere", fWords20: "words_20", fWords40: "words_40", fWords60: "words_60", fTitleWord: "title_word", fTitleWords: "title_words", fDescriptionWords: "description_words", fSite: "site",
	fPageArticle: "page_article", fPageShort: "page_short", fPageLong: "page_long", fPageItems: "page_items", fPageHeadings: "page_headings", fPageElsewhere: "page_elsewhere", fPageLinked: "page_linked", fPageBody: "page_body",
	fSlanted: "slanted", fCutOff: "cut_off", fLowerStart: "lower_start", fQuoted: "quoted", fSigns: "signs", fPrevLong: "prev_long", fNextLong: "next_long", fPrevMarked: "prev_marked", fNextMarked: "next_marked", fPrev2Prose: "prev2_prose", fNext2Prose: "next2_prose", fSamePrev: "same_prev", fSameNext: "same_next", fFirstTenth: "first_tenth", fLastTenth: "last_tenth", fParentLinked: "parent_linked", fGrandLinked: "grand_linked", fOtherArticle: "other_article", fMarkedNear: "marked_near", fInLink: "in_link",
}

func (f feature) String() string {
	if f < firstMark {
		return featureNames[f]
	}
	m := mark(1) << (f - firstMark)
	for name, of := range markNames {
		if of == m {
			return "in_" + name
		}
	}
	return ""
}

// ruleNames are the features' names, made once: a mark's name is looked for.
var ruleNames = func() (names [nFeatures]string) {
	for f := range names {
		names[f] = feature(f).String()
	}
	return names
}()
