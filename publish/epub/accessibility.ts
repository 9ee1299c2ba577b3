import type { Chapter } from "./chapter.ts";

/**
 * What a book says of its accessibility (EPUB Accessibility 1.1), read off its chapters. Of conformance to WCAG it says
 * nothing: that is for a person who has judged it.
 */
export function accessibilityOf(chapters: readonly Chapter[], hasPictures: boolean): [string, string][] {
  const hasMath = chapters.some((chapter) => chapter.hasMath);
  const isVisual = hasPictures || chapters.some(({ hasSvg }) => hasSvg);
  const sentences = [
    "The text flows and takes the reader's own fonts, sizes and colours.",
    ...(hasMath ? ["Formulas are MathML, with their TeX or their signs as alternative text."] : []),
    ...(isVisual ? ["Every picture is described in words."] : []),
    ...(chapters.some(({ hasSvg }) => hasSvg) ? ["Figures have tables of their numbers."] : []),
    "Whatever is told by colour is told in words, too. Nothing flashes, moves or sounds.",
  ];
  return [
    ["schema:accessMode", "textual"],
    ...(isVisual ? [["schema:accessMode", "visual"] as [string, string]] : []),
    ["schema:accessModeSufficient", "textual"],
    ...(isVisual ? [["schema:accessibilityFeature", "alternativeText"] as [string, string]] : []),
    ...(hasMath ? [["schema:accessibilityFeature", "MathML"] as [string, string]] : []),
    ["schema:accessibilityFeature", "displayTransformability"],
    ["schema:accessibilityFeature", "readingOrder"],
    ["schema:accessibilityFeature", "structuralNavigation"],
    ["schema:accessibilityFeature", "tableOfContents"],
    ["schema:accessibilityHazard", "none"],
    ["schema:accessibilitySummary", sentences.join(" ")],
  ];
}
