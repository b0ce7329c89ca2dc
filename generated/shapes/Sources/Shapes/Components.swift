import Concord

/// Which one.
@Parameter("page")
struct Page {
    @Query("page", .minimum(1)) var value: Int = 1
}
