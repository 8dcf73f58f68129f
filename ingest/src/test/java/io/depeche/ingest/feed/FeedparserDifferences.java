// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.Arrays;
import java.util.Optional;

/** Where FeedReader differs from feedparser on purpose, and why. */
enum FeedparserDifferences {
    US_ASCII(
            "text/xml without charset is not US-ASCII since RFC 7303", "encoding/http_text_.*", "encoding == us-ascii"),
    RELATIVE_ID(
            "an id is kept as it is written, or it would change with the address",
            "wellformed/base/http_(entry|feed)_id_base_.*",
            ".*id == .*"),
    ADDRESS("an author is a name, without address", ".*author_map_author.*", ".*author == .*"),
    DECLARED_ENTITY("no entity of a document type is expanded", "wellformed/rss/entity_in_doctype.xml", ".*"),
    HTTP_LANGUAGE("Content-Language is not handed to FeedReader", "wellformed/lang/http_content_language.*", ".*"),
    BROKEN_HTML(
            "HTML that is no HTML is read as browsers do it (HTML, section 13.2)",
            "wellformed/(sanitize/.*_crazy|sanitize/.*nested_cdata|sanitize/xml_malicious_comment"
                    + "|sanitize/xml_declaration_unexpected_character|rss/item_description_not_a_doctype).*",
            ".*"),
    ANGLES("the characters are those of HTML 5, not of HTML 4", "entities/[lr]ang.xml", ".*"),
    GUESS(
            "no guess is made of an encoding that isn't named and is not told with confidence",
            "illformed/chardet/.*|encoding/bozo_linenoise.xml",
            ".*");

    private final String reason;
    private final String file;
    private final String check;

    FeedparserDifferences(String reason, String file, String check) {
        this.reason = reason;
        this.file = file;
        this.check = check;
    }

    /** Why what this check expects is not what is wanted here; nothing where it is. */
    static Optional<String> reason(String folder, String file, PythonExpectation.Check check) {
        return Arrays.stream(values())
                .filter(known -> (folder + "/" + file).matches(known.file))
                .filter(known -> check.toString().matches("(?s)" + known.check))
                .map(known -> known.reason)
                .findFirst();
    }
}
