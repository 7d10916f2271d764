package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.Operation;
import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Styles whose renditions of one original differ in nothing but their size.
record StyleGroup(List<Member> members) {

    /// A style of the original.
    ///
    /// @param size of its renditions
    /// @param formats the media types that it is there in, sorted
    /// @param treatment what is done to the picture besides resizing it
    record Member(StyleName style, Size size, List<String> formats, List<Operation> treatment) {

        /// Whether both pictures have the same proportions, as exactly as whole pixels can.
        private boolean isLike(Member other) {
            long left = (long) size.width() * other.size.height();
            long right = (long) size.height() * other.size.width();
            long rounding = Math.max(size.width(), other.size.width());
            return formats.equals(other.formats)
                    && treatment.equals(other.treatment)
                    && Math.abs(left - right) <= rounding;
        }
    }

    /// The styles of these renditions, each with all its formats.
    static List<Member> members(Map<WantedRendition, ReadyRendition> ready) {
        var byStyle = new LinkedHashMap<StyleName, Member>();
        ready.forEach((wanted, rendition) ->
                byStyle.merge(rendition.style(), member(wanted, rendition), StyleGroup::both));
        return List.copyOf(byStyle.values());
    }

    /// Groups of those that are alike, the one with the widest picture first.
    static List<StyleGroup> of(List<Member> members) {
        var groups = new ArrayList<List<Member>>();
        members.stream()
                .sorted(
                        Comparator.comparingInt((Member member) -> member.size().width())
                                .reversed())
                .forEach(member ->
                        groups.stream()
                                .filter(group -> group.getFirst().isLike(member))
                                .findFirst()
                                .ifPresentOrElse(
                                        group -> group.add(member),
                                        () -> groups.add(new ArrayList<>(List.of(member)))));
        return groups.stream().map(StyleGroup::new).toList();
    }

    List<String> formats() {
        return members.getFirst().formats();
    }

    private static Member member(WantedRendition wanted, ReadyRendition rendition) {
        List<Operation> treatment =
                wanted.transformation().operations().stream()
                        .filter(operation -> !(operation instanceof Resize))
                        .toList();
        return new Member(
                rendition.style(), rendition.size(), List.of(rendition.mediaType()), treatment);
    }

    private static Member both(Member one, Member other) {
        var formats = new ArrayList<>(one.formats());
        other.formats().stream().filter(format -> !formats.contains(format)).forEach(formats::add);
        formats.sort(Comparator.naturalOrder());
        return new Member(one.style(), one.size(), formats, one.treatment());
    }
}
