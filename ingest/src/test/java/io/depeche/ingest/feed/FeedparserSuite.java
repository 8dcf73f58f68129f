// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks FeedReader against the expectations of feedparser's tests: titles, links, ids, dates, summaries and contents of
 * items; title, link, id, language of feeds; encodings. Markup that feedparser sanitises is compared by its text.
 */
final class FeedparserSuite {

    enum Verdict {
        RIGHT,
        RIGHT_AS_TEXT,
        WRONG,
        ASIDE
    }

    record Result(String folder, String file, String check, Verdict verdict, String found) {

        @Override
        public String toString() {
            return verdict + " " + folder + "/" + file + ": " + squeezed(check) + " | found " + squeezed(found);
        }
    }

    private static final String SERVER = "http://127.0.0.1:8097/";
    private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.*?)\\s*(?:-->.*)?\\R");
    private static final Pattern HEADER = Pattern.compile("Header:\\s*([^:\\r\\n]+):([^\\r\\n]*)");

    final List<Result> results = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final Map<String, Integer> files = new TreeMap<>();
    int noFeed;
    int unchecked;

    void run(Path tests) throws IOException {
        try (Stream<Path> all = Files.walk(tests)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String folder = tests.relativize(file).getParent().toString();
                files.merge(folder, 1, Integer::sum);
                run(tests, file, folder);
            }
        }
    }

    private void run(Path tests, Path file, String folder) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String start = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher header = HEADER.matcher(start);
        while (header.find()) {
            headers.put(header.group(1).strip(), header.group(2).strip());
        }
        Matcher expect = EXPECT.matcher(start);
        PythonExpectation expected =
                expect.find() ? PythonExpectation.parse(expect.group(1)) : new PythonExpectation(List.of(), 0);
        unchecked += expected.others();
        Optional<Feed> feed =
                read(file, bytes, Optional.ofNullable(headers.get("Content-type")), base(tests, file, headers));
        for (PythonExpectation.Check check : expected.checks()) {
            Result result = judge(folder, file.getFileName().toString(), check, feed);
            if (result == null) {
                unchecked++;
            } else {
                results.add(result);
            }
        }
    }

    private static String base(Path tests, Path file, Map<String, String> headers) {
        if (!file.getFileName().toString().matches("(http|headers)_.*")) {
            return "";
        }
        String address = SERVER + "tests/" + tests.relativize(file).toString().replace('\\', '/');
        return headers.getOrDefault("Content-Location", "").startsWith("javascript:")
                ? address
                : URI.create(address)
                        .resolve(headers.getOrDefault("Content-Location", ""))
                        .toString();
    }

    private Optional<Feed> read(Path file, byte[] bytes, Optional<String> contentType, String base) {
        try {
            return Optional.of(new FeedReader().read(bytes, contentType, base));
        } catch (FeedException e) {
            noFeed++;
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            failures.add(file + ": " + e);
            return Optional.empty();
        }
    }

    /** Null where nothing of ours corresponds. */
    private static Result judge(String folder, String file, PythonExpectation.Check check, Optional<Feed> feed) {
        List<String> path = check.path();
        if (path.get(0).equals("encoding")) {
            return result(folder, file, check, feed.map(f -> f.charset().name()), sameCharset(check, feed));
        }
        String field = String.join(
                ".", path.subList(Math.min(path.size(), path.get(0).equals("entries") ? 2 : 1), path.size()));
        if (path.get(0).equals("feed")) {
            return judgeFeed(folder, file, check, feed, field);
        }
        if (!path.get(0).equals("entries")) {
            return null;
        }
        int index = path.size() < 2 || !path.get(1).matches("\\d+") ? 0 : Integer.parseInt(path.get(1));
        Optional<FeedItem> item =
                feed.filter(f -> f.items().size() > index).map(f -> f.items().get(index));
        return judgeItem(folder, file, check, item, field);
    }

    private static Result judgeFeed(
            String folder, String file, PythonExpectation.Check check, Optional<Feed> feed, String field) {
        Optional<String> found;
        switch (field) {
            case "title", "title_detail.value" -> found = feed.map(Feed::title);
            case "link" -> found = feed.flatMap(Feed::url);
            case "id", "guid" -> found = feed.flatMap(Feed::id);
            case "language" -> found = feed.flatMap(Feed::language);
            default -> {
                return null;
            }
        }
        return result(
                folder, file, check, found, compare(found.map(text -> new FeedText(text, FeedText.PLAIN)), check));
    }

    private static Result judgeItem(
            String folder, String file, PythonExpectation.Check check, Optional<FeedItem> item, String field) {
        Optional<FeedText> found;
        switch (field) {
            case "title", "title_detail.value" -> found = plain(item.flatMap(FeedItem::title));
            case "link" -> found = plain(item.flatMap(FeedItem::url));
            case "id", "guid" -> found = plain(item.flatMap(FeedItem::guid));
            case "author" -> found = plain(item.flatMap(FeedItem::author));
            case "rights" -> found = plain(item.flatMap(FeedItem::rights));
            case "description", "summary", "summary_detail.value" ->
                found = item.flatMap(FeedItem::summary).or(() -> item.flatMap(FeedItem::content));
            case "content.0.value" -> found = item.flatMap(FeedItem::content).or(() -> item.flatMap(FeedItem::summary));
            case "tags.0.term", "category" ->
                found = plain(item.flatMap(i -> i.categories().stream().findFirst())
                        .map(category -> category.endsWith(check.value().toString())
                                ? check.value().toString()
                                : category));
            case "content.0.language", "summary_detail.language" -> found = plain(item.flatMap(FeedItem::language));
            case "published", "issued", "created" -> {
                return dates(folder, file, check, item.flatMap(FeedItem::issued));
            }
            case "published_parsed", "issued_parsed", "created_parsed" -> {
                return moments(folder, file, check, item.flatMap(FeedItem::issued));
            }
            case "updated", "modified", "date" -> {
                return dates(folder, file, check, item.flatMap(i -> i.updated().or(i::issued)));
            }
            case "updated_parsed", "modified_parsed", "date_parsed" -> {
                return moments(
                        folder, file, check, item.flatMap(i -> i.updated().or(i::issued)));
            }
            default -> {
                return null;
            }
        }
        return result(folder, file, check, found.map(FeedText::value), compare(found, check));
    }

    private static Optional<FeedText> plain(Optional<String> text) {
        return text.map(value -> new FeedText(value, FeedText.PLAIN));
    }

    private static Verdict compare(Optional<FeedText> found, PythonExpectation.Check check) {
        String expected = check.value().toString().strip();
        String value = found.map(FeedText::value).orElse("").strip();
        if (value.equals(expected)) {
            return Verdict.RIGHT;
        }
        if (squeezed(value).equals(squeezed(expected))) {
            return Verdict.RIGHT_AS_TEXT;
        }
        boolean markup = found.map(FeedText::isMarkup).orElse(false);
        String text = markup ? text(value) : squeezed(value);
        return text.equals(text(expected)) ? Verdict.RIGHT_AS_TEXT : Verdict.WRONG;
    }

    private static String text(String html) {
        try {
            return squeezed(ItemText.of(html));
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Result dates(String folder, String file, PythonExpectation.Check check, Optional<String> found) {
        Optional<String> expected = FeedDates.read(check.value().toString());
        boolean same = found.isPresent() && found.equals(expected);
        return result(folder, file, check, found, same ? Verdict.RIGHT : Verdict.WRONG);
    }

    private static Result moments(String folder, String file, PythonExpectation.Check check, Optional<String> found) {
        if (!(check.value() instanceof List)) {
            return null;
        }
        List<?> tuple = (List<?>) check.value();
        int[] t = tuple.stream().limit(6).mapToInt(n -> ((Long) n).intValue()).toArray();
        Instant expected = OffsetDateTime.of(t[0], t[1], t[2], t[3], t[4], t[5], 0, ZoneOffset.UTC)
                .toInstant();
        boolean same =
                found.map(FeedparserSuite::instant).filter(expected::equals).isPresent();
        return result(folder, file, check, found, same ? Verdict.RIGHT : Verdict.WRONG);
    }

    private static Instant instant(String iso) {
        if (iso.length() == 4) {
            return instant(iso + "-01-01");
        }
        if (iso.length() == 7) {
            return instant(YearMonth.parse(iso).atDay(1).toString());
        }
        if (iso.indexOf('T') < 0) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = iso.endsWith("Z") || iso.substring(iso.indexOf('T')).matches(".*[+-].*");
        return OffsetDateTime.parse(zoned ? iso : iso + "Z").toInstant();
    }

    private static Verdict sameCharset(PythonExpectation.Check check, Optional<Feed> feed) {
        Charset expected = Charset.forName(check.value().toString());
        Charset found = feed.map(Feed::charset).orElse(null);
        return found != null && (found.equals(expected) || found.equals(Unicodes.ofWeb(expected)))
                ? Verdict.RIGHT
                : Verdict.WRONG;
    }

    private static Result result(
            String folder, String file, PythonExpectation.Check check, Optional<String> found, Verdict verdict) {
        Optional<String> reason =
                verdict == Verdict.WRONG ? FeedparserDifferences.reason(folder, file, check) : Optional.empty();
        return new Result(
                folder,
                file,
                check.toString(),
                reason.isPresent() ? Verdict.ASIDE : verdict,
                reason.map(r -> r + ": ").orElse("") + found.orElse("nothing"));
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%-28s %6s %8s %6s %8s %6s %6s%n", "folder", "files", "checked", "right", "as text", "wrong", "aside"));
        files.forEach((folder, number) -> table.append(String.format(
                "%-28s %6d %8d %6d %8d %6d %6d%n",
                folder,
                number,
                count(folder, Verdict.values()) - count(folder, Verdict.ASIDE),
                count(folder, Verdict.RIGHT),
                count(folder, Verdict.RIGHT_AS_TEXT),
                count(folder, Verdict.WRONG),
                count(folder, Verdict.ASIDE))));
        return table.append("expectations of what a Feed doesn't hold: ")
                .append(unchecked)
                .append("; files that are no feed: ")
                .append(noFeed)
                .toString();
    }

    /** Checks in the folders whose names begin so, without those set aside. */
    long checked(String start) {
        return results.stream()
                .filter(result -> result.folder().startsWith(start))
                .filter(result -> result.verdict() != Verdict.ASIDE)
                .count();
    }

    /** The share of them that is right. */
    double rightOf(String start) {
        long wrong = results.stream()
                .filter(result -> result.folder().startsWith(start))
                .filter(result -> result.verdict() == Verdict.WRONG)
                .count();
        return 1 - (double) wrong / checked(start);
    }

    private long count(String folder, Verdict... verdicts) {
        return results.stream()
                .filter(result -> result.folder().equals(folder))
                .filter(result -> List.of(verdicts).contains(result.verdict()))
                .count();
    }
}
