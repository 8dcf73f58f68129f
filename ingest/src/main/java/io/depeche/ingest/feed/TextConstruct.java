// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads elements that hold text: Atom's text constructs and content (RFC 4287, sections 3.1 and 4.1.3; in Atom 0.3 with
 * a mode), and those of RSS, which may be HTML and don't say so.
 */
final class TextConstruct {

    /** What nobody writes in plain text: the end of an element, or a character by its name. */
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile(
            "</(?:a|abbr|b|big|blockquote|cite|code|del|div|em|font|h[1-6]|i|ins|kbd|li|ol|p|pre|q|s|small|span|strong|"
                    + "sub|sup|table|td|tr|tt|u|ul)>|<(?:br|hr|img)\\b[^<>]{0,500}>|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\\d{0,2});",
            Pattern.CASE_INSENSITIVE);

    private TextConstruct() {}

    /**
     * @param usual the media type where the element names none
     * @param atom whether the media type is what the element says, with no guessing
     */
    static FeedText read(Element element, String usual, boolean atom) {
        String type = type(element, usual);
        if (hasElements(element) && !isWrapped(element, type)) {
            return markup(element, type, atom);
        }
        String text = Unicodes.withoutControls(element.getTextContent());
        Optional<String> mode = FeedNames.attribute(element, "mode");
        if (atom && (mode.filter("base64"::equals).isPresent() || isBinary(type))) {
            text = decoded(text);
            type = isBinary(type) || type.equals(FeedText.PLAIN) ? guess(text) : type;
        } else if (!atom && type.equals(FeedText.PLAIN)) {
            type = guess(text);
        }
        return new FeedText(text.strip(), type.equals(FeedText.XHTML) ? FeedText.HTML : type);
    }

    private static FeedText markup(Element element, String type, boolean atom) {
        String inside = Unicodes.withoutControls(Markup.inside(element)).strip();
        return new FeedText(inside, atom && !type.equals(FeedText.HTML) ? FeedText.XHTML : FeedText.HTML);
    }

    /** HTML as text, but in an element of XHTML, as TypePad wrote it. */
    private static boolean isWrapped(Element element, String type) {
        return type.equals(FeedText.HTML)
                && FeedNames.attribute(element, "type").isPresent()
                && FeedNames.attribute(element, "mode").isEmpty()
                && element.getTextContent().indexOf('<') >= 0
                && !hasElements(first(element));
    }

    private static Element first(Element element) {
        Node child = element.getFirstChild();
        while (!(child instanceof Element)) {
            child = child.getNextSibling();
        }
        return (Element) child;
    }

    private static String type(Element element, String usual) {
        String type = FeedNames.attribute(element, "type").orElse(usual).toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        String bare = parameters < 0 ? type : type.substring(0, parameters).strip();
        return switch (bare) {
            case "text" -> FeedText.PLAIN;
            case "html" -> FeedText.HTML;
            case "xhtml" -> FeedText.XHTML;
            default -> bare.indexOf('/') < 0 ? usual : bare;
        };
    }

    private static boolean isBinary(String type) {
        return !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Said to be Base64, and isn't: then it is the text.
            return text;
        }
    }

    /** HTML or plain text. */
    static String guess(String text) {
        return LOOKS_LIKE_HTML.matcher(text).find() ? FeedText.HTML : FeedText.PLAIN;
    }

    static boolean hasElements(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                return true;
            }
        }
        return false;
    }

    /** On one line, without markup; empty where it has more of that than any title. */
    static String line(FeedText text) {
        try {
            return text.plain().replaceAll("\\s+", " ").strip();
        } catch (Refused e) {
            // The item is no worse without it, as many are.
            return "";
        }
    }
}
