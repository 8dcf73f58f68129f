// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Finds in a page what surrounds its article: navigation, banners, captions, controls. Stateless. */
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

    /** The elements to pass over, with all that is in them; taking them out one by one would take the square of it. */
    static Set<Element> in(Element body) {
        Set<Element> clutter = Collections.newSetFromMap(new IdentityHashMap<>());
        Extent whole = Extent.of(body, clutter);
        collect(body, clutter, element -> isClutter(element, whole));
        Extent rest = Extent.of(body, clutter);
        collect(
                body,
                clutter,
                element -> rest.length(element) <= mostByName(element, TOO_MUCH * rest.length(body))
                        && !rest.holdsArticle(element));
        return clutter;
    }

    /** How much text an element with its names may hold and be clutter; negative for any that is none by its names. */
    private static double mostByName(Element element, double tooMuch) {
        Set<String> names = names(element);
        if (!Collections.disjoint(names, WORDS)) {
            return tooMuch;
        }
        return Collections.disjoint(names, MEDIA) ? -1 : Math.min(LONGEST_CAPTION, tooMuch);
    }

    private static void collect(Element body, Set<Element> found, Predicate<Element> isClutter) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (!(node instanceof Element element) || node == body) {
                        return FilterResult.CONTINUE;
                    }
                    return found.contains(element) || isClutter.test(element) && found.add(element)
                            ? FilterResult.SKIP_ENTIRELY
                            : FilterResult.CONTINUE;
                },
                body);
    }

    private static boolean isClutter(Element element, Extent extent) {
        return ELEMENTS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || isOfPage(element, extent)
                || element.hasAttr("style")
                        && INVISIBLE.matcher(element.attr("style")).find();
    }

    /** The header of a page, which is not the one of its article. */
    private static boolean isOfPage(Element element, Extent extent) {
        return element.normalName().equals("header")
                && element.closest("article, main") == null
                && !extent.holdsArticle(element);
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
}
