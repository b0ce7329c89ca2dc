import Concord
import Testing

/// The descriptions of queries, before they are executed.
@Suite struct QuerySetTests {
    private let all = Book.objects.all()

    private func text(_ books: QuerySet<Book>) -> String { "\(books.order(by: []))" }

    @Test func conditionsAdd() {
        let cheap = all.filter { $0.price < 10 }
        #expect(text(cheap.exclude { $0.status == .lost }) == "book where price < 10 and not (status = 'lost')")
        // The original query set is unchanged.
        #expect(text(cheap) == "book where price < 10")
        #expect(text(all) == "book")
        #expect(text(all.none()) == "book where false")
    }

    @Test func comparisonsAreWordsOfSwift() {
        let books = all.filter {
            $0.title.contains("sea", ignoringCase: true) || $0.status.isIn([.ordered, .lost]) && $0.subTitle != nil
                || !($0.author >= 3)
        }
        #expect(
            text(books)
                == """
                book where title contains, in any case, 'sea' or (status is in ('ordered', 'lost') and subTitle != null) \
                or not (author >= 3)
                """)
    }

    @Test func slicesOfSlicesStayInside() {
        #expect(text(all.limit(10).limit(20)) == "book limit 10")
        #expect(text(all.limit(10).offset(4)) == "book offset 4 limit 6")
        #expect(text(all.limit(10).offset(4).offset(40)) == "book offset 10 limit 0")
        #expect(text(all.offset(-1).limit(-1)) == "book limit 0")
        #expect(all.offset(.max).offset(1).offset == .max)
    }

    @Test func objectsAreSortedAsTheModelStatesUnlessAskedOtherwise() {
        #expect("\(all)" == "book order by title, -created")
        #expect("\(all.order(by: .descending(\.price)))" == "book order by -price")
    }
}
