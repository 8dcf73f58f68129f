// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the monitor of a process answers. */
public final class Page {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) ");

    private final int status;
    private final String text;

    private Page(int status, String text) {
        this.status = status;
        this.text = text;
    }

    public static Page get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return new Page(response.statusCode(), response.body());
    }

    public int status() {
        return status;
    }

    public String text() {
        return text;
    }

    /** Names of the metrics that begin so. */
    public Set<String> families(String prefix) {
        Set<String> families = new TreeSet<>();
        FAMILY.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.startsWith(prefix))
                .forEach(families::add);
        return families;
    }

    /** The sum of a metric over all its labels; 0 where there is none. */
    public long sum(String metric) {
        return (long) Pattern.compile("(?m)^" + metric + "(\\{.*})? (\\S+)$")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
