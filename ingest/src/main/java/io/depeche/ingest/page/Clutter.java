// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Takes out of a page what surrounds its article: navigation, banners, captions, controls. Stateless. */
final class Clutter {

    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "map",
            "nav",
            "aside",
            "footer",
            "figcaption",
            "button",
            "input",
            "select",
            "textarea",
            "label",
            "menu",
            "dialog",
            "rt",
            "rp");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "tooltip",
            "button");

    /** Words of class names and ids. */
    private static final Set<String> WORDS = Set.of(
            "ad",
            "ads",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "adsense",
            "banner",
            "breadcrumb",
            "breadcrumbs",
            "byline",
            "caption",
            "captions",
            "comment",
            "comments",
            "consent",
            "cookie",
            "cookies",
            "copyright",
            "credit",
            "credits",
            "disqus",
            "editsection",
            "facebook",
            "follow",
            "footer",
            "gdpr",
            "hidden",
            "infobox",
            "latest",
            "lightbox",
            "login",
            "masthead",
            "menu",
            "modal",
            "navbar",
            "navbox",
            "navigation",
            "nav",
            "newsletter",
            "noprint",
            "outbrain",
            "overlay",
            "pager",
            "pagination",
            "paywall",
            "popular",
            "popup",
            "promo",
            "promos",
            "promotion",
            "rail",
            "recirc",
            "recommend",
            "recommended",
            "recommendations",
            "related",
            "replies",
            "share",
            "sharing",
            "shares",
            "sharethis",
            "addthis",
            "sidebar",
            "signup",
            "skip",
            "social",
            "sponsor",
            "sponsored",
            "subscribe",
            "subscription",
            "taboola",
            "tags",
            "taglist",
            "teaser",
            "teasers",
            "toc",
            "toolbar",
            "tools",
            "trending",
            "tweet",
            "twitter",
            "widget",
            "widgets");

    /** Words of what holds a picture or a film; only its caption is clutter, not an article that begins with it. */
    private static final Set<String> MEDIA = Set.of(
            "foto",
            "photo",
            "photos",
            "picture",
            "pictures",
            "image",
            "images",
            "img",
            "figure",
            "gallery",
            "slideshow",
            "video",
            "transcript");

    private static final int LONGEST_CAPTION = 300;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern INVISIBLE = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final int LONGEST_NAMES = 1000;

    /** What holds so much of the page's text is its article, whatever it is called. */
    private static final double TOO_MUCH = 0.5;

    private Clutter() {}

    static void remove(Element body) {
        remove(body, Clutter::isClutter);
        long all = length(body);
        remove(body, element -> {
            Set<String> names = names(element);
            double most = !Collections.disjoint(names, WORDS)
                    ? TOO_MUCH * all
                    : !Collections.disjoint(names, MEDIA) ? Math.min(LONGEST_CAPTION, TOO_MUCH * all) : -1;
            return most >= 0 && !holdsArticle(element) && length(element) <= most;
        });
    }

    private static void remove(Element body, Predicate<Element> clutter) {
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        return node != body && node instanceof Element element && clutter.test(element)
                                ? FilterResult.REMOVE
                                : FilterResult.CONTINUE;
                    }
                },
                body);
    }

    private static boolean isClutter(Element element) {
        return ELEMENTS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || isOfPage(element)
                || element.hasAttr("style")
                        && INVISIBLE.matcher(element.attr("style")).find();
    }

    /** The header of a page, which is not the one of its article. */
    private static boolean isOfPage(Element element) {
        return element.normalName().equals("header")
                && element.closest("article, main") == null
                && !holdsArticle(element);
    }

    private static Set<String> names(Element element) {
        String names = element.className() + " " + element.id();
        return names.length() < 2 || names.length() > LONGEST_NAMES
                ? Set.of()
                : BETWEEN_WORDS
                        .splitAsStream(names)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    private static boolean holdsArticle(Element element) {
        return element.selectFirst("h1, main, [itemprop~=articleBody], [role=main]") != null;
    }

    private static long length(Element element) {
        long[] length = {0};
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        length[0] += text.isBlank() ? 0 : text.text().length();
                    }
                },
                element);
        return length[0];
    }
}
