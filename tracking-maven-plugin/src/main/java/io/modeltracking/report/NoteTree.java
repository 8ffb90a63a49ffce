package io.modeltracking.report;

import java.io.IOException;
import java.util.Map;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * A note as a tree of elements that the page builds one by one: {@code ["p", "text", ["em", "text"]]}. HTML in a note
 * stays text, and a link goes to the web or is none.
 */
final class NoteTree {

    private static final int LONGEST = 50_000;
    private static final int DEEPEST = 60;
    private static final Parser PARSER = Parser.builder().build();
    private static final Map<Class<? extends Node>, String> ELEMENTS = Map.ofEntries(
            Map.entry(Paragraph.class, "p"),
            Map.entry(Emphasis.class, "em"),
            Map.entry(StrongEmphasis.class, "strong"),
            Map.entry(BulletList.class, "ul"),
            Map.entry(OrderedList.class, "ol"),
            Map.entry(ListItem.class, "li"),
            Map.entry(BlockQuote.class, "blockquote"),
            Map.entry(Heading.class, "h4"),
            Map.entry(ThematicBreak.class, "hr"),
            Map.entry(HardLineBreak.class, "br"));

    private final JsonFields json;

    NoteTree(JsonFields json) {
        this.json = json;
    }

    void write(String markdown) throws IOException {
        element("div", PARSER.parse(Texts.visible(markdown, LONGEST)), 0);
    }

    private void element(String name, Node node, int depth) throws IOException {
        json.array(() -> {
            json.text(name);
            children(node, depth + 1);
        });
    }

    private void children(Node node, int depth) throws IOException {
        for (Node child = node.getFirstChild(); child != null && depth < DEEPEST; child = child.getNext()) {
            write(child, depth);
        }
    }

    private void write(Node node, int depth) throws IOException {
        String element = ELEMENTS.get(node.getClass());
        if (element != null) {
            element(element, node, depth);
        } else if (node instanceof Link link && Links.isHarmless(link.getDestination())) {
            json.array(() -> {
                json.text("a");
                json.text(link.getDestination());
                children(link, depth + 1);
            });
        } else if (node instanceof Link || node instanceof Image) {
            children(node, depth + 1);
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            verbatim("pre", node);
        } else if (node instanceof Code) {
            verbatim("code", node);
        } else {
            json.text(literal(node));
        }
    }

    private void verbatim(String name, Node node) throws IOException {
        json.array(() -> {
            json.text(name);
            json.text(literal(node));
        });
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        if (node instanceof HtmlBlock html) {
            return html.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof FencedCodeBlock block) {
            return block.getLiteral();
        }
        if (node instanceof IndentedCodeBlock block) {
            return block.getLiteral();
        }
        return node instanceof SoftLineBreak ? "\n" : "";
    }
}
