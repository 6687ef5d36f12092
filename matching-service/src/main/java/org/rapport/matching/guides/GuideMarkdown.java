package org.rapport.matching.guides;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.guides.domain.GuideText;
import org.rapport.matching.guides.domain.Section;

/**
 * How a guide is written: the title as first heading, the summary as one paragraph, then each {@link Section} under a second-level
 * heading that is its name in small letters. What readers see as headings comes from the messages. A link names the file of another
 * guide; it becomes the address of its page, which lies in the same way beside this one.
 */
final class GuideMarkdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern FILE = Pattern.compile("\\.[a-z]{2}\\.md$");
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(_ -> GuideMarkdown::toPage)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private GuideMarkdown() {}

    static GuideText read(String markdown) {
        String title = "";
        String summary = "";
        Map<Section, String> sections = new LinkedHashMap<>();
        @Nullable Section current = null;
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1 && title.isEmpty()) {
                title = TEXT.render(heading);
            } else if (node instanceof Heading heading && heading.getLevel() == 2) {
                current = Section.valueOf(TEXT.render(heading).toUpperCase(Locale.ROOT));
                if (sections.put(current, "") != null) {
                    throw new IllegalArgumentException("two sections are called " + current);
                }
            } else if (node instanceof Heading heading) {
                throw new IllegalArgumentException("a heading that is no section: " + TEXT.render(heading));
            } else if (current != null) {
                sections.merge(current, HTML.render(node), String::concat);
            } else if (node instanceof Paragraph && summary.isEmpty()) {
                summary = TEXT.render(node);
            } else {
                throw new IllegalArgumentException("text that stands in no section: " + TEXT.render(node));
            }
        }
        return new GuideText(title, summary, sections);
    }

    private static void toPage(Node node, String tag, Map<String, String> attributes) {
        attributes.computeIfPresent("href", (_, file) -> FILE.matcher(file).replaceFirst(""));
    }
}
